"""Tests of cases_audit.py against a real mock, without an AWS SDK."""

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from cases_audit import Mock, MockError, cases_audit, cases_audit_environment, cases_audit_mock  # noqa: F401


def page(endpoint, domain, case, token=None):
    request = urllib.request.Request(f"{endpoint}/domains/{domain}/cases/{case}/audit-history", method="POST",
                                     headers={"content-type": "application/json"},
                                     data=json.dumps({"nextToken": token} if token else {}).encode())
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def read(endpoint, domain, case):
    events, token, seen = [], None, set()
    while True:
        answer = page(endpoint, domain, case, token)
        events += answer["auditEvents"]
        token = answer.get("nextToken")
        if not token or token in seen:
            return events
        seen.add(token)


def test_each_test_has_a_domain_of_its_own(cases_audit, cases_audit_mock):
    cases_audit.given("a-case", events=60)
    with cases_audit_mock.domain() as other:
        other.given("a-case", events=3)

        assert len(read(cases_audit.endpoint, cases_audit.domain, "a-case")) == 60
        assert len(read(other.endpoint, other.domain, "a-case")) == 3
    with pytest.raises(urllib.error.HTTPError, match="404"):
        page(other.endpoint, other.domain, "a-case")


def test_a_case_can_have_events_and_get_more(cases_audit):
    cases_audit.given("copied", events=2)
    events = read(cases_audit.endpoint, cases_audit.domain, "copied")
    cases_audit.given("a-case", events=events[1:])
    cases_audit.append("a-case", events[:1])

    assert read(cases_audit.endpoint, cases_audit.domain, "a-case") == events


def test_a_case_can_be_empty_and_have_any_name(cases_audit):
    cases_audit.given("a/case ü")

    assert page(cases_audit.endpoint, cases_audit.domain, "a%2Fcase%20%C3%BC")["auditEvents"] == []


def test_a_case_that_the_code_under_test_creates_has_a_history(cases_audit):
    fields = [{"id": id, "value": {"stringValue": f"the {id}"}} for id in ("title", "customer_id")]
    request = urllib.request.Request(f"{cases_audit.endpoint}/domains/{cases_audit.domain}/cases", method="POST",
                                     headers={"content-type": "application/json"},
                                     data=json.dumps({"templateId": "template-general", "fields": fields}).encode())
    with urllib.request.urlopen(request) as response:
        case = json.load(response)["caseId"]

    created, = cases_audit.history(case)
    assert created["type"] == "Case.Created"
    assert created["fields"][0]["newValue"] == {"stringValue": "the title"}


def test_it_misbehaves_and_shows_what_it_saw(cases_audit):
    cases_audit.given("a-case", events=60, faults="Throttling, ok")
    with pytest.raises(urllib.error.HTTPError, match="429"):
        page(cases_audit.endpoint, cases_audit.domain, "a-case")
    cases_audit.behave("a-case", pages="short-pages")
    read(cases_audit.endpoint, cases_audit.domain, "a-case")

    assert any(walk["complete"] for walk in cases_audit.walks())
    assert len(cases_audit.journal()) == len(cases_audit.calls()) > 3


def test_an_exam_fails_with_its_reasons(cases_audit):
    with pytest.raises(AssertionError, match="the client failed the exam walk:\n(.*\n)*empty-pages: read 0 of 60"):
        cases_audit.exam("walk", page)


def test_a_refusal_says_why(cases_audit):
    with pytest.raises(MockError, match="faults"):
        cases_audit.given("a-case", faults="Trottling")


def test_the_environment_points_at_the_mock(cases_audit_environment):
    variables = subprocess.run([sys.executable, "-c", "import os; print(os.environ['AWS_ENDPOINT_URL_CONNECTCASES'])"],
                               capture_output=True, text=True, check=True).stdout

    assert variables.strip() == cases_audit_environment.endpoint


def test_a_mock_that_does_not_start_says_why():
    with pytest.raises(MockError, match="cases.limits.body: expected 1K to 10M, got 1"):
        Mock.start("--set", "cases.limits.body=1")
    with pytest.raises(MockError, match="JAVA_HOME"):
        Mock.start(java="/no/java")


def test_the_mock_ends_when_the_test_run_is_killed():
    run = subprocess.Popen([sys.executable, "-c", "import cases_audit, time; print(cases_audit.Mock.start().endpoint, flush=True); time.sleep(600)"],
                           stdout=subprocess.PIPE, text=True)
    endpoint = run.stdout.readline().strip()
    assert urllib.request.urlopen(f"{endpoint}/q/health").status == 200
    run.kill()
    run.wait()

    deadline = time.monotonic() + 30
    with pytest.raises(urllib.error.URLError):
        while time.monotonic() < deadline:
            urllib.request.urlopen(f"{endpoint}/q/health").close()
            time.sleep(0.1)
