"""The mock of GetCaseAuditEvents for tests in Python: one file that needs only the standard library.

With pytest, put this line into conftest.py; the fixture ``cases_audit`` is then a domain of each test's own:

    from cases_audit import cases_audit, cases_audit_mock, cases_audit_environment  # noqa: F401

    def test_reads_through_throttling(cases_audit):
        cases_audit.given("a-case", events=60, faults="Throttling*2, ok")

        assert len(read(cases_audit.endpoint, cases_audit.domain, "a-case")) == 60
        assert cases_audit.walks()[0]["complete"]

The mock is the one at AUDIT_MOCK_ENDPOINT, or one that starts for the test run from the file at AUDIT_MOCK_JAR, or
cases-audit-mock.jar beside this file or in the working directory, with the Java of JAVA_HOME or of the PATH. It ends with the test run, also if
that is killed.
"""

import atexit
import json
import os
import pathlib
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

# A proxy could not reach the mock.
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class MockError(Exception):
    """The mock did not start, or refused a request; the message has its reasons."""

    status = None  #: of a response that refuses a request


class Mock:
    """A mock that serves. Ends on ``close()``, or with this process, if it was started here."""

    def __init__(self, endpoint, token=None, process=None):
        """Uses a running mock. ``token`` is its cases.control.token, if it has one."""
        self.endpoint = endpoint.rstrip("/")
        self._token = token
        self._process = process

    @classmethod
    def start(cls, *options, jar=None, java=None, timeout=60):
        """Starts the mock on a free port with options such as ``"--fixtures", "my-fixtures/"``.

        Raises MockError with the log of a mock that does not serve within ``timeout`` seconds.
        """
        folder = tempfile.TemporaryDirectory(prefix="cases-audit-")
        ready, log = pathlib.Path(folder.name, "ready.json"), pathlib.Path(folder.name, "mock.log")
        command = [java or _java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(jar or _jar()),
                   "--port", "0", "--ready-file", str(ready), "--exit-with-parent", *options]
        with open(log, "wb") as output:
            try:
                process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT)
            except OSError as e:
                raise MockError(f"cannot run {command[0]}: {e}. Install Java 17 or newer, or set JAVA_HOME.") from e
        deadline = time.monotonic() + timeout
        while not ready.exists():
            if process.poll() is not None or time.monotonic() > deadline:
                process.kill()
                process.wait()
                raise MockError(f"the mock did not start:\n{log.read_text(errors='replace')}")
            time.sleep(0.01)
        mock = cls(json.loads(ready.read_text())["endpoint"], process=process)
        mock._folder = folder
        atexit.register(mock.close)
        return mock

    def close(self):
        """Ends a mock that was started here; leaves any other as it is."""
        if self._process is not None:
            self._process.stdin.close()
            self._process.wait()
            self._process = None
            self._folder.cleanup()
            atexit.unregister(self.close)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def domain(self, name=None):
        """Returns a domain, which ``close()`` removes; without a name, a new one, in which cases can be created."""
        if name:
            return Domain(self, name)
        domain = Domain(self, f"test-{uuid.uuid4()}")
        self.control("PUT", f"/domains/{domain.domain}", {"domain": domain.domain, "cases": {}})
        return domain

    def control(self, method, path, body=None):
        """Sends a request to the control API, such as ``"GET", "/journal"``, and returns its JSON, or None."""
        headers = {"content-type": "application/json"}
        if self._token:
            headers["authorization"] = f"Bearer {self._token}"
        request = urllib.request.Request(f"{self.endpoint}/_mock{path}", method=method, headers=headers,
                                         data=None if body is None else json.dumps(body).encode())
        try:
            with _OPENER.open(request, timeout=60) as response:
                text = response.read()
        except urllib.error.HTTPError as e:
            refusal = MockError(f"{method} {path}: {e.code} {e.read().decode(errors='replace')}")
            refusal.status = e.code
            raise refusal from None
        return json.loads(text) if text else None


class Domain:
    """A domain of a test's own, so that tests can share a mock and run in parallel."""

    def __init__(self, mock, domain):
        self.mock = mock
        self.domain = domain

    @property
    def endpoint(self):
        return self.mock.endpoint

    def given(self, case, events=0, seed=7, **behaviour):
        """Puts a case: ``events`` is how many to generate, or a list of them, the newest first.

        ``faults``, ``pages`` and ``tomorrow`` make it misbehave, as in docs/behaviour.md.
        """
        document = {"generate": {"events": events, "seed": seed}} if isinstance(events, int) and events else {
            "auditEvents": events or []}
        return self.mock.control("PUT", self._case(case), {**document, **({"behaviour": behaviour} if behaviour else {})})

    def behave(self, case=None, **behaviour):
        """Sets the behaviour of a case that is there, or of the domain."""
        place = self._case(case) if case else f"/domains/{_quoted(self.domain)}"
        return self.mock.control("PUT", f"{place}/behaviour", behaviour)

    def append(self, case, events):
        """Appends events, oldest first."""
        return self.mock.control("POST", f"{self._case(case)}/events", {"auditEvents": events})

    def history(self, case):
        """Returns the events of a case, the newest first, also of one that the code under test has created."""
        return self.mock.control("GET", self._case(case))["auditEvents"]

    def journal(self):
        """Returns the requests for this domain, the newest first."""
        return self.mock.control("GET", f"/journal?domainId={_quoted(self.domain)}")["requests"]

    def calls(self):
        """Returns the SDK calls for this domain, each with its attempts."""
        return self.mock.control("GET", f"/calls?domainId={_quoted(self.domain)}")["calls"]

    def walks(self):
        """Returns the walks through pages in this domain."""
        return self.mock.control("GET", f"/calls?domainId={_quoted(self.domain)}")["walks"]

    def exam(self, kind, client):
        """Lets ``client(endpoint, domain, case)`` take each task of an exam, and fails with the reasons of the mock.

        ``kind`` is retry, walk, tomorrow or errors, where a task is a case to read; or writes, where the name of a task,
        ``case``, says what to do. Errors that the client raises are a part of the exam.
        """
        exam = self.mock.control("POST", "/exams", {"kind": kind})
        for task in exam["tasks"]:
            try:
                client(self.endpoint, task["domainId"], task["caseId"])
            except Exception:  # noqa: BLE001 - whatever the code under test raises
                pass
        report = self.mock.control("GET", f"/exams/{exam['examId']}")
        failed = [f"{task['caseId']}: {'; '.join(task['reasons'])}" for task in report["tasks"] if task["verdict"] != "passed"]
        assert report["verdict"] == "passed", "\n".join([f"the client failed the exam {kind}:", *failed])

    def environment(self):
        """Returns the variables that send the AWS SDKs and the CLI to the mock."""
        host = urllib.parse.urlsplit(self.endpoint).hostname
        return {"AWS_ENDPOINT_URL_CONNECTCASES": self.endpoint, "AWS_ACCESS_KEY_ID": "mock", "AWS_SECRET_ACCESS_KEY": "mock",
                "AWS_REGION": "us-east-1", "AWS_DEFAULT_REGION": "us-east-1", "NO_PROXY": host, "no_proxy": host}

    def close(self):
        """Removes the domain with all that was set in it."""
        try:
            self.mock.control("DELETE", f"/domains/{_quoted(self.domain)}")
        except MockError as e:
            if e.status != 404:  # nothing was put there
                raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _case(self, case):
        return f"/domains/{_quoted(self.domain)}/cases/{_quoted(case)}"


def _quoted(part):
    return urllib.parse.quote(part, safe="")


def _jar():
    named = os.environ.get("AUDIT_MOCK_JAR")
    name = "cases-audit-mock.jar"
    places = [pathlib.Path(named)] if named else [pathlib.Path(__file__).with_name(name), pathlib.Path(name)]
    for place in places:
        if place.is_file():
            return place
    raise MockError(f"there is no {' or '.join(map(str, places))}. Set AUDIT_MOCK_JAR to the mock's file, or AUDIT_MOCK_ENDPOINT to"
                    " the address of a mock that runs.")


def _java():
    home = os.environ.get("JAVA_HOME")
    return str(pathlib.Path(home, "bin", "java")) if home else "java"


try:
    import pytest
except ImportError:
    pass
else:
    @pytest.fixture(scope="session")
    def cases_audit_mock():
        """The mock of the test run."""
        endpoint = os.environ.get("AUDIT_MOCK_ENDPOINT")
        with Mock(endpoint, os.environ.get("AUDIT_MOCK_TOKEN")) if endpoint else Mock.start() as mock:
            yield mock

    @pytest.fixture
    def cases_audit(cases_audit_mock):
        """A domain of the test's own."""
        with cases_audit_mock.domain() as domain:
            yield domain

    @pytest.fixture
    def cases_audit_environment(cases_audit, monkeypatch):
        """The domain, with the environment of this process pointed at the mock: for code that makes its own client."""
        for name, value in cases_audit.environment().items():
            monkeypatch.setenv(name, value)
        for name in ("AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"):
            monkeypatch.delenv(name, raising=False)
        return cases_audit
