# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of IBM's protocols that knows nothing of this project. Reads the sandbox's first line on standard input."""

import base64
import json
import ssl
import sys
import urllib.error
import urllib.parse
import urllib.request

INFO = json.load(sys.stdin)
CONTEXT = ssl.create_default_context(cafile=INFO.get("ca_certificate"))


def call(method, url, token=None, body=None, form=None, headers=None):
    """Returns status, headers and the decoded answer."""
    headers = {"Accept": "application/json", **(headers or {})}
    data = None
    if form is not None:
        data = urllib.parse.urlencode(form).encode()
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    elif body is not None:
        data = json.dumps(body).encode()
        headers["Content-Type"] = "application/json"
    if token:
        headers["Authorization"] = "Bearer " + token
    request = urllib.request.Request(url, data=data, headers=headers, method=method)
    context = CONTEXT if url.startswith("https:") else None
    try:
        answer = urllib.request.urlopen(request, context=context, timeout=30)
    except urllib.error.HTTPError as error:
        answer = error
    content = answer.read()
    return answer.status, answer.headers, json.loads(content) if content else None


def claims(token):
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def expect(condition, what):
    if not condition:
        sys.exit("not satisfied: " + what)


def iam_token(key):
    grant = "urn:ibm:params:oauth:grant-type:apikey"
    status, _, answer = call(
        "POST", INFO["iam_url"] + "/identity/token", form={"grant_type": grant, "apikey": key}
    )
    expect(status == 200 and answer["token_type"] == "Bearer", "IAM")
    token = claims(answer["access_token"])
    expect(token["exp"] == answer["expiration"], "expiration")
    expect(token["exp"] - token["iat"] == answer["expires_in"], "expires_in")
    return answer["access_token"]


def reserved():
    token = iam_token(INFO["api_key"])
    _, _, discovery = call("GET", INFO["iam_url"] + "/identity/.well-known/openid-configuration")
    expect(claims(token)["iss"] == discovery["issuer"], "issuer")
    _, _, keys = call("GET", discovery["jwks_uri"])
    expect(len(keys["keys"]) >= 2, "key set")
    status, _, record = call(
        "GET", INFO["iam_url"] + "/v1/apikeys/details", token, headers={"IAM-ApiKey": INFO["api_key"]}
    )
    expect(status == 200 and record["iam_id"] == claims(token)["iam_id"], "key details")
    status, _, orgs = call("GET", INFO["api_url"] + "/api/orgs", token)
    expect(status == 200 and orgs["total_results"] == len(orgs["results"]) > 0, "orgs")
    for org in orgs["results"]:
        expect(call("GET", org["url"], token)[0] == 200, "a link")
    expect(claims(iam_token(INFO["service_id_api_key"]))["sub_type"] == "ServiceId", "service ID")


def version_5():
    query = urllib.parse.urlencode({"apikey": INFO["api_key"]})
    status, _, answer = call("POST", INFO["login_url"] + "/apikey?" + query)
    expect(status == 200 and answer["jwt"].count(".") == 2, "login service")
    token = answer["jwt"]
    status, _, me = call("GET", INFO["api_url"] + "/v1/me", token)
    expect(status == 200 and "@" in me["email"], "who am I")
    _, _, orgs = call("GET", INFO["api_url"] + "/v1/me/orgs?orgType=apiProvider", token)
    base = INFO["api_url"] + "/v1/orgs/" + orgs[0]["id"] + "/environments"
    status, _, made = call("POST", base, token, {"name": "From outside", "shortName": "outside"})
    expect(status == 201, "create a catalog")
    expect("outside" in [item["shortName"] for item in call("GET", base, token)[2]], "the list shows it")
    expect(call("DELETE", base + "/" + made["id"], token)[0] == 204, "delete a catalog")
    status, _, refused = call("GET", INFO["api_url"] + "/v1/me", "not-a-token")
    expect(status == 401 and len(refused["errors"][0]) == 1, "refusal")


def platform():
    body = {
        "grant_type": "api_key",
        "api_key": INFO["platform_api_key"],
        "client_id": INFO["client_id"],
        "client_secret": INFO["client_secret"],
    }
    status, _, answer = call("POST", INFO["platform_url"] + "/api/token", body=body)
    expect(status == 200 and answer["expires_in"] == 28800, "platform API")
    expect(call("GET", INFO["api_url"] + "/api/me", answer["access_token"])[0] == 200, "platform token")


reserved()
version_5()
platform()
print("satisfied")
