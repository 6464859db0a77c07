"""Prints what a page holds, as a strict reader sees it: text, tables, charts, and all that it would
fetch or run."""
import json
import sys
from html.parser import HTMLParser
from xml.dom import minidom

VOID = {"meta", "br", "hr", "img", "link", "input"}


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.tables, self.attributes = [], set(), [], []
        self.text, self.errors, self.cell = "", [], None

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes += [[name, value or ""] for name, value in attributes]
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in ("td", "th"):
            self.cell = ""

    def handle_startendtag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes += [[name, value or ""] for name, value in attributes]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.errors.append("</%s> closes something else" % tag)
        if tag in ("td", "th"):
            self.tables[-1][-1].append(self.cell)
            self.cell = None

    def handle_data(self, data):
        if self.open and self.open[-1] in ("style", "title") and "svg" not in self.open:
            return
        self.text += data
        if self.cell is not None:
            self.cell += data


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    page = file.read()
reader = Reader()
reader.feed(page)
charts = []
for part in page.split("<svg")[1:]:
    svg = minidom.parseString(("<svg" + part.split("</svg>")[0] + "</svg>").encode()).documentElement
    names = svg.getAttribute("aria-labelledby").split()
    by_id = {
        node.getAttribute("id"): node.firstChild.data if node.firstChild else ""
        for node in svg.childNodes
        if node.nodeType == node.ELEMENT_NODE and node.getAttribute("id")
    }
    charts.append({"role": svg.getAttribute("role"), "names": [by_id[name] for name in names]})
print(
    json.dumps(
        {
            "text": reader.text,
            "tags": sorted(reader.tags),
            "tables": reader.tables,
            "attributes": reader.attributes,
            "errors": reader.errors + ["<%s> stays open" % tag for tag in reader.open],
            "charts": charts,
            "style": page.split("<style>")[1].split("</style>")[0],
        }
    )
)
