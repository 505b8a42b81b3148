"""A web address in, the bytes that its server answers out, or a refusal that says what went wrong on the way."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
import urllib.error
import urllib.request
from email.message import Message
from urllib.parse import quote, unquote, urlsplit

from standpoint.documents.draft import Opened
from standpoint.documents.forms import HEAD_BYTES
from standpoint.documents.options import ReadOptions, RefusedError, refuse_size

_CHUNK = 65_536
_ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/plain,application/json,*/*;q=0.5"
)
_OFFLINE_HINT = "check the connection and the address, or save the page and read the file"
_STATUS_HINTS = {
    401: "it asks for a login; save the page in a browser and read the file",
    403: "it refuses programs; save the page in a browser and read the file",
    404: "check the address",
    410: "the page is gone; look for an archived copy",
    429: "it is asked too often; wait and try again",
    451: "it is withheld by law; look for an archived copy",
}


def fetch_url(url: str, options: ReadOptions) -> Opened:
    """What stands at an http or https address, read whole within `max_bytes` and a few times `timeout`."""
    try:
        request = urllib.request.Request(_to_ascii(url), headers={"User-Agent": "standpoint", "Accept": _ACCEPT})
        with _build_opener().open(request, timeout=options.timeout) as response:
            data = _read_within(response, options)
            headers: Message = response.headers
            final = response.url or url
    except urllib.error.HTTPError as error:
        with error:
            hint = _STATUS_HINTS.get(error.code, "try again later" if error.code >= 500 else "check the address")
            raise RefusedError(f"the server answers {error.code} {error.reason}".rstrip(), hint) from error
    except urllib.error.URLError as error:
        raise _explain(error.reason, url, options) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _explain(error, url, options) from error
    return Opened(
        where=url,
        stream=io.BytesIO(data),
        name=unquote(urlsplit(final).path).rsplit("/", 1)[-1],
        head=data[:HEAD_BYTES],
        size=len(data),
        url=final,
        content_type=headers.get_content_type() if headers["Content-Type"] else None,
        charset=headers.get_content_charset(),
    )


def _build_opener() -> urllib.request.OpenerDirector:
    """Only http and https, also after a redirect: a page must not be able to send us to a local file or to ftp."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _read_within(response: http.client.HTTPResponse, options: ReadOptions) -> bytes:
    """The body, but no more than `max_bytes` of it, and not from a server that drips for ever."""
    length = response.headers["Content-Length"] or ""
    if length.isdigit() and int(length) > options.max_bytes:
        raise refuse_size(int(length), options.max_bytes)
    parts: list[bytes] = []
    total, deadline = 0, time.monotonic() + 3 * options.timeout
    while chunk := response.read1(_CHUNK):
        parts.append(chunk)
        total += len(chunk)
        if total > options.max_bytes:
            raise refuse_size(None, options.max_bytes)
        if time.monotonic() > deadline:
            raise RefusedError(f"the server was still sending after {3 * options.timeout:g} s", "raise the timeout")
    if length.isdigit() and total < int(length):
        raise RefusedError(f"the server broke off after {total:,} of {int(length):,} bytes", "try again")
    return b"".join(parts)


def _explain(reason: object, url: str, options: ReadOptions) -> RefusedError:
    host = _host_of(url)
    if isinstance(reason, socket.gaierror):
        return RefusedError(f"the host {host} cannot be found; this machine may be offline", _OFFLINE_HINT)
    if isinstance(reason, TimeoutError):
        return RefusedError(f"{host} gave no answer in {options.timeout:g} s", "try again, or raise the timeout")
    if isinstance(reason, ssl.SSLError):
        return RefusedError(
            f"no secure connection to {host} ({reason})", "check the address and this machine's clock"
        )
    if isinstance(reason, http.client.HTTPException):
        name = type(reason).__name__
        return RefusedError(f"{host} gave no proper answer ({name})", "check the address, or try again")
    if isinstance(reason, OSError):
        said = reason.strerror or str(reason)
        return RefusedError(f"{host} cannot be reached ({said}); this machine may be offline", _OFFLINE_HINT)
    return RefusedError(f"no address that can be asked ({reason})", "write it as https://host/path")


def _host_of(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def _to_ascii(url: str) -> str:
    """The address as it goes over the wire: host in IDNA, the rest percent-encoded."""
    parts = urlsplit(url)
    if not parts.hostname:
        raise ValueError("it names no host")
    host = parts.hostname.encode("idna").decode("ascii")
    port = f":{parts.port}" if parts.port else ""
    safe = "/%:=&?~#+!$,;'@()*[]"
    query = f"?{quote(parts.query, safe=safe)}" if parts.query else ""
    return f"{parts.scheme.lower()}://{host}{port}{quote(parts.path, safe=safe) or '/'}{query}"
