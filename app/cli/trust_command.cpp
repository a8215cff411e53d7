// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/cli/commands.h"
#include "app/cli/context.h"
#include "app/cli/json_text.h"
#include "app/http/http_client.h"
#include "app/network/host_and_port.h"
#include "app/network/trust_store.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 mostBytes = 1024LL * 1024; // of an answer that nobody reads

/// What a first connection to the server showed.
struct Look
{
    HostAndPort server;
    std::optional<CertificateFacts> refused; ///< none: the certificate is trusted already
};

JsonValue portJson(quint16 port)
{
    return JsonValue::number(QByteArray::number(port));
}

JsonValue entryJson(const TrustedCertificate &entry)
{
    return JsonValue::object({{u"host"_s, JsonValue::string(entry.pin.host)},
                              {u"port"_s, portJson(entry.pin.port)},
                              {u"sha256"_s, JsonValue::string(fingerprintText(entry.pin.sha256))},
                              {u"subject"_s, textOrNull(entry.subject)},
                              {u"since"_s, timeJson(entry.since)}});
}

JsonValue lookJson(const Look &look)
{
    QList<JsonValue::Member> members{{u"host"_s, JsonValue::string(look.server.host)},
                                     {u"port"_s, portJson(look.server.port)},
                                     {u"trusted"_s, JsonValue::boolean(!look.refused)}};
    if (const auto &facts = look.refused) {
        members += QList<JsonValue::Member>{{u"subject"_s, textOrNull(facts->subject)},
                                            {u"issuer"_s, textOrNull(facts->issuer)},
                                            {u"valid_from"_s, timeJson(facts->validFrom)},
                                            {u"valid_until"_s, timeJson(facts->validUntil)},
                                            {u"names"_s, stringsJson(facts->names)},
                                            {u"key"_s, textOrNull(facts->key)},
                                            {u"sha256"_s, JsonValue::string(fingerprintText(facts->sha256))}};
    }
    return JsonValue::object(members);
}

Status printList(Context &context, const QList<TrustedCertificate> &entries)
{
    if (context.line().has(Option::Json)) {
        QList<JsonValue> items;
        for (const TrustedCertificate &entry : entries)
            items.append(entryJson(entry));
        return context.out().json(JsonValue::array(items));
    }
    if (entries.isEmpty()) {
        context.out().note(u"No certificate is trusted by hand."_s);
        return {};
    }
    QList<QStringList> rows{{u"SERVER"_s, u"SINCE"_s, u"SHA-256"_s, u"SUBJECT"_s}};
    for (const TrustedCertificate &entry : entries)
        rows.append({hostAndPortText(entry.pin.host, entry.pin.port), entry.since.date().toString(Qt::ISODate),
                     fingerprintText(entry.pin.sha256), entry.subject});
    return context.out().table(rows);
}

Status printLook(Context &context, const Look &look)
{
    Output &out = context.out();
    if (context.line().has(Option::Json))
        return out.json(lookJson(look));
    const QString server = hostAndPortText(look.server.host, look.server.port);
    if (!look.refused)
        return out.line(u"The certificate of %1 is trusted."_s.arg(server));
    const CertificateFacts &facts = *look.refused;
    const QString fingerprint = fingerprintText(facts.sha256);
    const Status written = out.table({{u"Server"_s, server},
                                      {u"Subject"_s, facts.subject},
                                      {u"Issuer"_s, facts.issuer},
                                      {u"Valid from"_s, facts.validFrom.toString(Qt::ISODate)},
                                      {u"Valid until"_s, facts.validUntil.toString(Qt::ISODate)},
                                      {u"Names"_s, facts.names.join(u", "_s)},
                                      {u"Key"_s, facts.key},
                                      {u"SHA-256"_s, fingerprint}});
    out.note(u"Nobody vouches for this certificate. Ask whoever runs the server for its fingerprint, by phone for "
             "example; if it is this one, trust it with: acx trust %1 --fingerprint %2"_s.arg(server, fingerprint));
    return written;
}

/// One request without anything secret.
QFuture<Result<Look>> look(Context &context, const HostAndPort &server)
{
    HttpRequest request;
    request.url = QUrl(u"https://%1/"_s.arg(hostAndPortText(server.host, server.port)));
    request.redirects = RedirectPolicy::Report;
    request.maxBytes = mostBytes;
    HttpClient &http = context.http();
    return http.send(request).then([&http, server](const QFuture<Result<HttpResponse>> &done) -> Result<Look> {
        const Result<HttpResponse> answer = done.resultCount() > 0 ? done.result() : fail(cancelledError());
        if (answer)
            return Look{server, {}};
        if (const std::optional<RefusedCertificate> refused = http.refusedCertificate(answer.error().sentence))
            return Look{server, refused->facts};
        return fail(answer.error());
    });
}

CommandResult trustAsTold(Context &context, const Look &look, const QByteArray &sha256)
{
    const QString server = hostAndPortText(look.server.host, look.server.port);
    if (!look.refused) {
        context.out().note(u"The certificate of %1 is trusted already; nothing was changed."_s.arg(server));
        return finished({});
    }
    if (look.refused->sha256 != sha256)
        return failed(fail(ErrorKind::Tls,
                           u"%1 shows a certificate with another fingerprint; nothing is trusted."_s.arg(server),
                           u"Look at it with: acx trust %1"_s.arg(server), fingerprintText(look.refused->sha256))
                          .value());
    const TrustedCertificate certificate{
        {look.server.host, look.server.port, sha256}, look.refused->subject, context.clock().now()};
    return chain<ExitCode>(context.trust().trust(certificate), [&context, server] {
        context.out().note(u"The certificate of %1 is trusted from now on."_s.arg(server));
        return finished({});
    });
}

CommandResult removeTrust(Context &context, const HostAndPort &server)
{
    const QString text = hostAndPortText(server.host, server.port);
    const qsizetype before = context.trust().certificates().size();
    return chain<ExitCode>(context.trust().distrust(server.host, server.port), [&context, text, before] {
        if (context.trust().certificates().size() == before)
            return failed(fail(ErrorKind::NotFound, u"No certificate of %1 is trusted by hand."_s.arg(text)).value());
        context.out().note(u"The certificate of %1 is no longer trusted by hand."_s.arg(text));
        return finished({});
    });
}

} // namespace

CommandResult trustCertificate(Context &context)
{
    const CommandLine &line = context.line();
    const bool isPinning = line.has(Option::Fingerprint);
    const auto wrongUse = [](const QString &sentence) {
        return failed(fail(ErrorKind::InvalidInput, sentence, u"See: acx help trust"_s).value());
    };
    if (line.argumentCount() == 0) {
        if (isPinning || line.has(Option::RemoveTrust))
            return wrongUse(u"Which host and port is missing."_s);
        return finished(printList(context, context.trust().certificates()));
    }
    const Result<HostAndPort> server = readHostAndPort(line.argument(0));
    if (!server)
        return failed(server.error());
    if (isPinning && line.has(Option::RemoveTrust))
        return wrongUse(u"--fingerprint and --remove exclude each other."_s);
    if (line.has(Option::RemoveTrust))
        return removeTrust(context, *server);
    const QByteArray sha256 = readFingerprint(line.text(Option::Fingerprint));
    if (isPinning && sha256.isEmpty())
        return wrongUse(u"That is no SHA-256 fingerprint: 64 hexadecimal digits are expected."_s);
    return chain<ExitCode>(look(context, *server), [&context, isPinning, sha256](const Look &look) {
        return isPinning ? trustAsTold(context, look, sha256) : finished(printLook(context, look));
    });
}

} // namespace acx
