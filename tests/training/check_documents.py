"""Says of each document whether the schema takes it: check_documents.py SCHEMA DOCUMENTS, the latter a
JSON list. The schema itself is checked against the schema of schemas first."""
import json
import sys

from jsonschema import Draft202012Validator

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
with open(sys.argv[2], encoding="utf-8") as file:
    documents = json.load(file)
print(json.dumps([validator.is_valid(document) for document in documents]))
