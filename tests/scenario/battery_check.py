#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What battery_test expects of a report in a format for programs.

    battery_check.py json FILE RULE FUNCTION      the rule is reported, with all there is to say
    battery_check.py bugcheck FILE STAGE CODE     that stage stopped, and the others have results
    battery_check.py replay FILE PROGRAM RULE     its own command breaks the rule again
    battery_check.py junit FILE RULE DDI          a failure of that DDI's case; counts agree
    battery_check.py sarif FILE RULE SOURCE       a result at a line of that source file
"""
import json
import shlex
import subprocess
import sys
import xml.etree.ElementTree as xml


def load(path):
    with open(path, encoding="utf-8") as stream:
        return json.load(stream)


def check_json(path, rule, function):
    report = load(path)
    assert report["result"] == "breach" and report["seed"] is None
    assert {stage["name"] for stage in report["stages"]} >= {"start", "desktop", "escape", "faults"}
    assert report["ddis"]["DxgkDdiRenderKm"]["calls"] > 0
    assert report["ddis"]["DxgkDdiRenderKm"]["rules"] > 0
    found = [breach for breach in report["breaches"] if breach["rule"] == rule]
    assert len(found) == 1, "one report for one place"
    assert found[0]["function"] == function and found[0]["line"] > 0 and found[0]["file"]
    for name in ("ddi", "severity", "message", "where", "sentence", "consequence", "source",
                 "stage", "replay"):
        assert found[0][name], name
    assert found[0]["count"] > 1
    assert isinstance(report["unimplemented"], list)
    stages = {stage["name"]: stage for stage in report["stages"]}
    assert stages[found[0]["stage"]]["result"] == "breach"
    assert stages["start"]["result"] == "pass"


def check_bugcheck(path, stage_name, code):
    report = load(path)
    assert report["result"] == "bugcheck"
    stages = {stage["name"]: stage for stage in report["stages"]}
    assert stages[stage_name]["result"] == "bugcheck"
    assert stages[stage_name]["bugcheck"]["code"] == code
    assert stages[stage_name]["bugcheck"]["text"] and stages[stage_name]["replay"]
    for name in ("desktop", "faults", "preempt"):
        assert stages[name]["result"] == "pass", name
        assert stages[name]["bugcheck"] is None


def check_replay(path, program, rule):
    breach = next(b for b in load(path)["breaches"] if b["rule"] == rule)
    words = shlex.split(breach["replay"])
    assert words[:2] == ["dxghost", "verify"] and "--seed" in words
    words[0] = program
    result = subprocess.run(words + ["--format", "json"], capture_output=True, text=True,
                            check=False)
    assert result.returncode == 1, result.stderr
    again = json.loads(result.stdout)
    assert [stage["name"] for stage in again["stages"]] == [breach["stage"]]
    seen = next(b for b in again["breaches"] if b["rule"] == rule)
    for name in ("time_ns", "message", "where"):
        assert seen[name] == breach[name], name


def check_junit(path, rule, ddi):
    root = xml.parse(path).getroot()
    assert root.tag == "testsuites"
    for suite in root.findall("testsuite"):
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases)
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert len({case.get("name") for case in cases}) == len(cases)
    failures = [(case, failure) for case in root.iter("testcase")
                for failure in case.findall("failure")]
    assert len(failures) == 1
    case, failure = failures[0]
    assert case.get("name") == ddi and failure.get("type") == rule
    assert "replay: dxghost verify" in failure.text and failure.get("message")


def check_sarif(path, rule, source):
    log = load(path)
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-schema-2.1.0.json")
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "dxghost"
    assert run["invocations"][0]["executionSuccessful"] and run["invocations"][0]["exitCode"] == 1
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
    found = [result for result in run["results"] if result["ruleId"] == rule]
    assert len(found) == 1
    assert rules[found[0]["ruleIndex"]]["shortDescription"]["text"]
    place = found[0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith(source)
    assert place["artifactLocation"]["uri"].startswith("file:///")
    assert place["region"]["startLine"] > 0


CHECKS = {"json": check_json, "bugcheck": check_bugcheck, "replay": check_replay,
          "junit": check_junit, "sarif": check_sarif}

if __name__ == "__main__":
    CHECKS[sys.argv[1]](*sys.argv[2:])
