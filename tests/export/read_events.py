"""Prints what TensorBoard's own reader finds in the runs of a folder, as JSON."""
import json
import os
import sys

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.plugins.hparams import plugin_data_pb2


def hparams(accumulator, tag):
    content = accumulator.SummaryMetadata(tag).plugin_data.content
    return plugin_data_pb2.HParamsPluginData.FromString(content)


def value_of(value):
    return value.number_value if value.HasField("number_value") else value.string_value


def read(folder):
    accumulator = EventAccumulator(
        folder, size_guidance={"scalars": 0, "histograms": 0, "tensors": 0}
    )
    accumulator.Reload()
    tags = accumulator.Tags()
    start = hparams(accumulator, "_hparams_/session_start_info").session_start_info
    end = hparams(accumulator, "_hparams_/session_end_info").session_end_info
    return {
        "scalars": {
            tag: [[event.step, event.value, event.wall_time] for event in accumulator.Scalars(tag)]
            for tag in tags["scalars"]
        },
        "histograms": {
            tag: [
                {
                    "step": event.step,
                    "min": event.histogram_value.min,
                    "max": event.histogram_value.max,
                    "num": event.histogram_value.num,
                    "sum": event.histogram_value.sum,
                    "sum_squares": event.histogram_value.sum_squares,
                    "limits": list(event.histogram_value.bucket_limit),
                    "counts": list(event.histogram_value.bucket),
                }
                for event in accumulator.Histograms(tag)
            ]
            for tag in tags["histograms"]
        },
        "experiment": accumulator.Tensors("experiment")[0].tensor_proto.string_val[0].decode(),
        "plugin": accumulator.SummaryMetadata("experiment").plugin_data.plugin_name,
        "hparams": {key: value_of(value) for key, value in start.hparams.items()},
        "group": start.group_name,
        "start": start.start_time_secs,
        "end": end.end_time_secs,
        "status": end.status,
    }


print(json.dumps({name: read(os.path.join(sys.argv[1], name)) for name in os.listdir(sys.argv[1])}))
