"""Loads the files of the deployment into the message classes that Google's command line sends, and names whatever those do not know.

Called as: judge.py SDK DEPLOY. Prints one line for each objection, and the number of messages that were looked at last.
"""

import glob
import json
import os
import sys

sdk, deploy = sys.argv[1:3]
sys.path[:0] = [os.path.join(sdk, "lib", "third_party"), os.path.join(sdk, "lib")]

from apitools.base.protorpclite import messages as protorpc  # noqa: E402
from apitools.base.py import encoding  # noqa: E402
from googlecloudsdk.generated_clients.apis.bigquery.v2 import bigquery_v2_messages as bigquery  # noqa: E402
from googlecloudsdk.generated_clients.apis.cloudscheduler.v1 import cloudscheduler_v1_messages as scheduler  # noqa: E402
from googlecloudsdk.generated_clients.apis.iam.v1 import iam_v1_messages as iam  # noqa: E402
from googlecloudsdk.generated_clients.apis.logging.v2 import logging_v2_messages as logging  # noqa: E402
from googlecloudsdk.generated_clients.apis.monitoring.v3 import monitoring_v3_messages as monitoring  # noqa: E402
from googlecloudsdk.generated_clients.apis.pubsub.v1 import pubsub_v1_messages as pubsub  # noqa: E402
from googlecloudsdk.generated_clients.apis.run.v1 import run_v1_messages as run  # noqa: E402
from googlecloudsdk.generated_clients.apis.storage.v1 import storage_v1_messages as storage  # noqa: E402
from ruamel import yaml  # noqa: E402

looked = 0


def unknown(message, where):
    for field in message.all_unrecognized_fields():
        yield f"{where}: unknown {field}"
    for field in message.all_fields():
        value = getattr(message, field.name)
        for part in value if isinstance(value, (list, protorpc.FieldList)) else [value]:
            if isinstance(part, protorpc.Message):
                yield from unknown(part, f"{where}.{field.name}")


def judge(kind, value, where):
    global looked
    looked += 1
    try:
        message = encoding.JsonToMessage(kind, json.dumps(value))
    except Exception as refused:  # Whatever it is that the class does not take.
        print(f"{where}: {type(refused).__name__}: {refused}")
        return
    for objection in unknown(message, where):
        print(objection)


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def own(name):
    return read(os.path.join(deploy, name))


def files(folder, ending):
    return sorted(glob.glob(os.path.join(deploy, folder, "*" + ending)))


for path in files("services", ".yaml"):
    with open(path, encoding="utf-8") as file:
        judge(run.Service, yaml.YAML(typ="safe", pure=True).load(file), os.path.basename(path))

for job in own("schedules.json")["jobs"]:
    judge(scheduler.Job, job, "schedules.json")

topics = own("pubsub.json")
for topic in topics["topics"]:
    judge(pubsub.Topic, topic, "pubsub.json")
for subscription in topics["subscriptions"]:
    judge(pubsub.Subscription, subscription, "pubsub.json")

rights = own("iam.json")
for account in rights["accounts"]:
    judge(iam.CreateServiceAccountRequest, account, "iam.json")
for policy in rights["policies"]:
    judge(iam.Policy, policy["policy"], "iam.json")

data = own("datasets.json")
for dataset in data["datasets"]:
    judge(bigquery.Dataset, dataset, "datasets.json")
judge(storage.Bucket, data["bucket"], "datasets.json")

for path in files("alerts", ".json"):
    judge(monitoring.AlertPolicy, read(path), os.path.basename(path))
for path in files("metrics", ".json"):
    judge(logging.LogMetric, read(path), os.path.basename(path))

print(looked)
