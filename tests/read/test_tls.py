"""Whose certificates are trusted."""

from __future__ import annotations

import ssl
from urllib.request import HTTPSHandler

from tui.read.web.tls import tls_context
from tui.translate import http


def test_a_server_must_prove_its_name_by_a_certificate_of_a_known_authority() -> None:
    context = tls_context()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert len(context.get_ca_certs()) > 50  # certifi brings them where the system has none


def test_pages_and_translation_services_are_held_to_one_rule() -> None:
    opener = http._opener(direct=True)
    [handler] = [h for h in vars(opener)["handlers"] if isinstance(h, HTTPSHandler)]
    assert vars(handler)["_context"] is tls_context()
