"""A small sign-in server of a town (OpenID Connect) on this machine: discovery, keys, a code, a signed token."""

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from yimen.kernel import clock

KEY, OTHER_KEY = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
CLIENT, SECRET = "yimen", "between us"


@dataclass
class SignInServer:
    """What the server says next, and what it was asked."""

    address: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    key: Any = KEY
    has_token: bool = True
    asked: list[str] = field(default_factory=list)
    challenges: dict[str, str] = field(default_factory=dict)

    def config(self) -> dict[str, str]:
        """What discovery says."""
        paths = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        return {"issuer": self.address} | {name: f"{self.address}/{path}" for name, path in paths.items()}

    def keys(self) -> dict[str, Any]:
        """The public key."""
        jwk = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
        return {"keys": [jwk | {"kid": "one", "alg": "RS256", "use": "sig"}]}

    def token(self, form: dict[str, str]) -> dict[str, Any]:
        """A token for a code, if whoever brings it also knows what the code was asked with."""
        proof = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(proof).rstrip(b"=").decode()
        if self.challenges.pop(form.get("code", ""), None) != challenge or form.get("client_secret") != SECRET:
            return {"error": "invalid_grant"}
        usual = {"iss": self.address, "aud": CLIENT, "sub": "s-1", "exp": clock.now().timestamp() + 60}
        signed = jwt.encode(usual | self.claims, self.key, algorithm="RS256", headers={"kid": "one"})
        return {"access_token": "x", "token_type": "Bearer"} | ({"id_token": signed} if self.has_token else {})

    def agree(self, to: str) -> str:
        """Somebody has typed their password there: where the browser is sent now."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(to).query).items()}
        code = f"code{len(self.challenges)}"
        self.challenges[code] = asked["code_challenge"]
        return "/" + asked["redirect_uri"].split("/", 3)[3] + "?" + urlencode({"code": code, "state": asked["state"]})


@contextmanager
def running() -> Iterator[SignInServer]:
    """The server, while the ``with`` lasts."""
    told = SignInServer()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.asked.append(self.path)
            self._say(told.keys() if self.path == "/keys" else told.config())

        def do_POST(self) -> None:
            told.asked.append(self.path)
            length = int(self.headers["Content-Length"])
            typed = parse_qs(self.rfile.read(length).decode())
            self._say(told.token({name: values[0] for name, values in typed.items()}))

        def _say(self, what: dict[str, Any]) -> None:
            content = json.dumps(what).encode()
            self.send_response(400 if "error" in what else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Be silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        told.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield told
        finally:
            server.shutdown()
            thread.join()
