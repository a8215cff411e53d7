// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/trust_json.h"

#include "app/http/http_message.h"
#include "app/json/json_value.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int formatVersion = 1;
constexpr qint64 largestPort = 65535;

JsonValue text(const QString &value)
{
    return JsonValue::string(value);
}

JsonValue number(qint64 value)
{
    return JsonValue::number(QByteArray::number(value));
}

JsonValue write(const TrustedCertificate &entry)
{
    return JsonValue::object({{u"host"_s, text(entry.pin.host)},
                              {u"port"_s, number(entry.pin.port)},
                              {u"sha256"_s, text(fingerprintText(entry.pin.sha256))},
                              {u"subject"_s, text(entry.subject)},
                              {u"since"_s, text(entry.since.toUTC().toString(Qt::ISODateWithMs))}});
}

JsonValue write(const ClientCertificateFile &entry)
{
    return JsonValue::object({{u"host"_s, text(entry.host)},
                              {u"port"_s, number(entry.port)},
                              {u"certificate"_s, text(entry.certificate)},
                              {u"key"_s, text(entry.key)},
                              {u"has_passphrase"_s, JsonValue::boolean(entry.hasPassphrase)}});
}

/// In the form that requests are compared with; another one would never match, in silence.
bool isHost(const QString &host)
{
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(host, QUrl::StrictMode);
    return url.isValid() && !host.isEmpty() && Origin::of(url).host == host;
}

bool readPlace(const JsonValue &value, QString &host, quint16 &port)
{
    const std::optional<qint64> number = value[u"port"].toInteger();
    host = value[u"host"].toString();
    if (!value.isObject() || value.hasDuplicates() || !isHost(host) || !number || *number < 1 || *number > largestPort)
        return false;
    port = quint16(*number);
    return true;
}

std::optional<TrustedCertificate> readCertificate(const JsonValue &value)
{
    TrustedCertificate entry;
    entry.pin.sha256 = readFingerprint(value[u"sha256"].toString());
    if (!readPlace(value, entry.pin.host, entry.pin.port) || entry.pin.sha256.isEmpty())
        return std::nullopt;
    entry.subject = value[u"subject"].toString();
    entry.since = QDateTime::fromString(value[u"since"].toString(), Qt::ISODateWithMs);
    return entry;
}

std::optional<ClientCertificateFile> readClient(const JsonValue &value)
{
    ClientCertificateFile entry;
    entry.certificate = value[u"certificate"].toString();
    if (!readPlace(value, entry.host, entry.port) || entry.certificate.isEmpty())
        return std::nullopt;
    entry.key = value[u"key"].toString();
    entry.hasPassphrase = value[u"has_passphrase"].toBool();
    return entry;
}

/// Appends what `read` makes of each item; returns how many gave nothing.
template <class Entry, class Read>
qsizetype readList(const JsonValue &list, QList<Entry> &entries, Read &&read)
{
    for (const JsonValue &item : list.items()) {
        if (const std::optional<Entry> entry = read(item))
            entries.append(*entry);
    }
    return list.items().size() - entries.size();
}

TrustFileText damaged(const QString &damage)
{
    TrustFileText file;
    file.damage = damage;
    return file;
}

} // namespace

TrustFileText readTrustFile(const QByteArray &json)
{
    const auto root = parseJson(json);
    if (!root)
        return damaged(
            u"line %1, column %2: %3"_s.arg(root.error().line).arg(root.error().column).arg(root.error().reason));
    const std::optional<qint64> version = (*root)[u"format"].toInteger();
    if (!version || *version < 1)
        return damaged(u"no format version"_s);
    TrustFileText file;
    file.isNewer = *version > formatVersion;
    if (file.isNewer)
        return file;
    const JsonValue &certificates = (*root)[u"certificates"];
    const JsonValue &clients = (*root)[u"client_certificates"];
    if (!certificates.isArray() || !clients.isArray())
        return damaged(u"no list of certificates"_s);
    const qsizetype bad = readList(certificates, file.entries.certificates, readCertificate) +
                          readList(clients, file.entries.clients, readClient);
    if (bad > 0)
        file.damage = u"%1 of %2 certificates"_s.arg(bad).arg(certificates.items().size() + clients.items().size());
    return file;
}

QByteArray writeTrustFile(const TrustEntries &entries)
{
    QList<JsonValue> certificates;
    for (const TrustedCertificate &entry : entries.certificates)
        certificates.append(write(entry));
    QList<JsonValue> clients;
    for (const ClientCertificateFile &entry : entries.clients)
        clients.append(write(entry));
    return JsonValue::object({{u"format"_s, number(formatVersion)},
                              {u"certificates"_s, JsonValue::array(certificates)},
                              {u"client_certificates"_s, JsonValue::array(clients)}})
               .toPrettyJson() +
           '\n';
}

} // namespace acx
