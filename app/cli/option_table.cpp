// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/option_table.h"

#include <algorithm>

namespace acx {

const QList<OptionSpec> &optionTable()
{
    static const QList<OptionSpec> table{
        {Option::Profile, "profile", '\0', "NAME", false, "use the key of this profile"},
        {Option::KeyFile, "key-file", '\0', "FILE", false,
         "use the key in FILE (- = standard input); it is not stored"},
        {Option::Sandbox, "sandbox", '\0', nullptr, false, "use an embedded sandbox; everything stays in memory"},
        {Option::Deployment, "deployment", '\0', "D", false,
         "where a key that is not stored goes: v5, reserved, saas, custom (default) or sandbox"},
        {Option::Region, "region", '\0', "R", false, "region of that deployment, by any of its labels"},
        {Option::ApiHost, "api-host", '\0', "URL", false, "host or base URL of the API, without /v1 or /api"},
        {Option::IamUrl, "iam-url", '\0', "URL", false, "base URL of IAM; URL/identity/token is asked"},
        {Option::LoginUrl, "login-url", '\0', "URL", false, "base URL of the login service; URL/apikey is asked"},
        {Option::PlatformUrl, "platform-url", '\0', "URL", false,
         "base URL of the platform API; URL/api/token is asked"},
        {Option::Client, "client", '\0', "FILE", false, "read client_id and client_secret from this JSON file"},
        {Option::Json, "json", '\0', nullptr, false, "print listings as JSON"},
        {Option::Help, "help", 'h', nullptr, false, "show help"},
        {Option::Version, "version", '\0', nullptr, false, "show the version"},
        {Option::Name, "name", '\0', "NAME", false, "name of the new profile"},
        {Option::DeleteFile, "delete-file", '\0', nullptr, false,
         "delete FILE for good once the keychain's copy has been read back"},
        {Option::Force, "force", '\0', nullptr, false,
         "remove the profile even if the keychain cannot be asked for its secrets"},
        {Option::ReadOnly, "read-only", '\0', nullptr, false,
         "send only GET, HEAD and OPTIONS; with import and profile it is stored with the profile"},
        {Option::ReadWrite, "read-write", '\0', nullptr, false, "let the profile send what changes something again"},
        {Option::Kind, "kind", '\0', "KIND", false, "which token: iam, apiconnect or platform"},
        {Option::Format, "format", '\0', "FORMAT", false, "raw (default), bearer, header, env, curl or json"},
        {Option::Keys, "keys", '\0', "FILE|URL", false,
         "check the signature with these keys: a JWKS, or a PEM certificate or public key"},
        {Option::OpenApi, "openapi", '\0', "FILE|URL", false,
         "the operations of this OpenAPI or Swagger document (- = standard input)"},
        {Option::Pointer, "pointer", '\0', "POINTER", false, "print the value at this JSON Pointer (RFC 6901)"},
        {Option::Path, "path", '\0', "JSONPATH", false,
         "print an array of the values that this JSONPath finds (RFC 9535)"},
        {Option::Find, "find", '\0', "TEXT", false, "list the names and values that hold TEXT, as it is written"},
        {Option::Header, "header", 'H', "'Name: value'", true, "send this header line; may be given several times"},
        {Option::Data, "data", 'd', "DATA|@FILE", false, "send DATA, or the content of FILE (@- = standard input)"},
        {Option::Output, "output", 'o', "FILE", false, "write the body to FILE"},
        {Option::Include, "include", 'i', nullptr, false, "print status line and headers before the body"},
        {Option::Timeout, "timeout", '\0', "SECONDS", false,
         "deadline for everything, token exchange included (default 120)"},
        {Option::NoToken, "no-token", '\0', nullptr, false, "send no token; needs no key and asks no token service"},
        {Option::NoHistory, "no-history", '\0', nullptr, false, "do not keep this call in the history"},
        {Option::Limit, "limit", '\0', "N", false, "at most this many entries (default 50)"},
        {Option::Fingerprint, "fingerprint", '\0', "SHA256", false,
         "trust the server's certificate if this is its SHA-256 fingerprint"},
        {Option::RemoveTrust, "remove", '\0', nullptr, false, "no longer trust the certificate of this server by hand"},
        {Option::Port, "port", '\0', "N", false, "port on 127.0.0.1; 0 (default) = any free one"},
        {Option::Tls, "tls", '\0', nullptr, false, "speak HTTPS with a certificate made for this run"},
    };
    return table;
}

const QList<CommandSpec> &commandTable()
{
    static const QList<CommandSpec> table{
        {CommandId::Deployments, "deployments", "", "list deployments, their regions and hosts", "", 0, 0, {}},
        {CommandId::Import,
         "import",
         "FILE|- --name NAME --deployment D [--region R] [--delete-file] [--read-only]",
         "store a downloaded API key in the keychain as a profile",
         "FILE is the apikey.json of IBM Cloud or one of its relatives; - reads standard input. --region, --api-host,\n"
         "--iam-url, --login-url, --platform-url and --client are stored with the profile (the client secret in the\n"
         "keychain). With --sandbox nothing is kept.",
         1,
         1,
         {Option::Name, Option::DeleteFile, Option::ReadOnly}},
        {CommandId::Profiles, "profiles", "", "list the stored profiles", "", 0, 0, {}},
        {CommandId::Profile,
         "profile",
         "NAME [--read-only | --read-write]",
         "show a stored profile, or change whether it is read-only",
         "NAME is the exact name or the id of the profile. The keychain is not asked. The window and acx share "
         "profiles.",
         1,
         1,
         {Option::ReadOnly, Option::ReadWrite}},
        {CommandId::Remove,
         "remove",
         "NAME [--force]",
         "remove a profile and its secrets, and prove it",
         "NAME is the exact name or the id of the profile.",
         1,
         1,
         {Option::Force}},
        {CommandId::Token,
         "token",
         "[--kind iam|apiconnect|platform] [--format FORMAT]",
         "get a token and print it",
         "Without --kind it is the deployment's usual token. --json is short for --format json.",
         0,
         0,
         {Option::Kind, Option::Format}},
        {CommandId::Decode,
         "decode",
         "-|FILE [--keys FILE|URL]",
         "show what a token says",
         "Without --keys the token is decoded and not verified. With --json: verified, reason, header, claims.",
         1,
         1,
         {Option::Keys}},
        {CommandId::Operations,
         "operations",
         "[WORDS...] [--openapi FILE|URL]",
         "list operations of API Connect, or those that have all WORDS",
         "WORDS are looked for in path, title, group and parameters; the best come first. --profile and --deployment\n"
         "leave the operations of one deployment. A document is fetched without any token. With --json: id, method,\n"
         "path, title, group.",
         0,
         100,
         {Option::OpenApi}},
        {CommandId::Json,
         "json",
         "FILE|- [--pointer POINTER | --path JSONPATH | --find TEXT]",
         "read a JSON text of any size",
         "Without an option the text is printed with indents. Values are printed exactly as they are written: numbers\n"
         "keep their digits, members their order, and members that are named twice stay.\n"
         "--path prints one JSON array, one value a line; it is [] if there is none.\n"
         "--find lists pointer and value, with a tab between the two; with --json it prints an array of objects.",
         1,
         1,
         {Option::Pointer, Option::Path, Option::Find}},
        {CommandId::Call,
         "call",
         "METHOD PATH|URL | OPERATION-ID [NAME=VALUE...]\n"
         "                [-H 'Name: value']... [-d DATA|@FILE] [-o FILE] [-i]\n"
         "                [--timeout SECONDS] [--kind K] [--no-token] [--read-only] [--no-history]",
         "call the API with the right token",
         "OPERATION-ID is one that acx operations lists. Each NAME is a parameter or a member of the body; where two "
         "have\n"
         "the same name, write path:NAME, query:NAME, header:NAME or body:NAME. A list takes its name several times.\n"
         "/v1/... gets the API Connect token, /api/... the IAM token, or the platform token where there is a client.\n"
         "A URL outside the profile's hosts is called without a token. Unless given, Accept is application/json and, "
         "with\n"
         "-d, Content-Type is application/json. With -i and -o the headers go to standard output, the body to FILE.\n"
         "The call is kept in the history without its secrets, unless it is the sandbox's or recording is switched "
         "off.",
         1,
         100,
         {Option::Header, Option::Data, Option::Output, Option::Include, Option::Timeout, Option::Kind, Option::NoToken,
          Option::ReadOnly, Option::NoHistory}},
        {CommandId::History,
         "history",
         "[WORDS...] [--limit N]",
         "list what was sent, the latest first, or what has all WORDS",
         "WORDS are looked for in requests and answers; each begins a word there. Secrets are never kept. With "
         "--json:\n"
         "id, sent_at, profile, operation, title, method, url, status, milliseconds, size.",
         0,
         100,
         {Option::Limit}},
        {CommandId::Trust,
         "trust",
         "[HOST[:PORT] [--fingerprint SHA256 | --remove]]",
         "look at a certificate that nobody vouches for, and trust it for one host and port",
         "Without arguments it lists what is trusted by hand. With HOST alone it shows the certificate and changes\n"
         "nothing. With --fingerprint the certificate is trusted for exactly this host and port (443 unless given) if\n"
         "the server shows the one with this fingerprint. One that is expired, weak or for another host is never\n"
         "trusted, and none of the hosts of IBM. The window and acx share what is trusted.",
         0,
         1,
         {Option::Fingerprint, Option::RemoveTrust}},
        {CommandId::Sandbox,
         "sandbox",
         "[--port N] [--tls]",
         "run the sandbox until it is ended",
         "With --json the first line on standard output is one object with all URLs and credentials.",
         0,
         0,
         {Option::Port, Option::Tls}},
        {CommandId::Help, "help", "[COMMAND]", "show help", "", 0, 1, {}},
    };
    return table;
}

const OptionSpec &specOf(Option option)
{
    const auto &table = optionTable();
    return *std::ranges::find(table, option, &OptionSpec::option);
}

const CommandSpec &specOf(CommandId command)
{
    const auto &table = commandTable();
    return *std::ranges::find(table, command, &CommandSpec::command);
}

const OptionSpec *findOption(QByteArrayView name)
{
    for (const OptionSpec &spec : optionTable()) {
        if (name == spec.name)
            return &spec;
    }
    return nullptr;
}

const OptionSpec *findOption(char letter)
{
    for (const OptionSpec &spec : optionTable()) {
        if (spec.letter == letter)
            return &spec;
    }
    return nullptr;
}

const CommandSpec *findCommand(QByteArrayView name)
{
    for (const CommandSpec &spec : commandTable()) {
        if (name == spec.name)
            return &spec;
    }
    return nullptr;
}

bool isCommonOption(Option option)
{
    return option <= Option::Version;
}

QByteArray spelled(Option option)
{
    return QByteArray("--") + specOf(option).name;
}

} // namespace acx
