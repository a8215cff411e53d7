// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/tls_check.h"

#include "app/http/http_errors.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QLocale>
#include <QSslKey>
#include <QStringList>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

struct TlsText
{
    Q_DECLARE_TR_FUNCTIONS(acx)
};

bool matchesName(QString pattern, const QString &host)
{
    pattern = pattern.toLower();
    if (pattern.endsWith(u'.'))
        pattern.chop(1);
    if (!pattern.startsWith("*."_L1))
        return pattern == host;
    const QString rest = pattern.sliced(1);
    const qsizetype dot = host.indexOf(u'.');
    return dot > 0 && rest.count(u'.') >= 2 && host.sliced(dot) == rest;
}

QString day(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"yyyy-MM-dd HH:mm 'UTC'"_s);
}

// The most serious first.
enum class Fault { Expired, NotYetValid, WrongName, Revoked, Chain, Purpose, SelfSigned, UnknownRoot, Weak };

std::optional<Fault> faultOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return Fault::Expired;
    case QSslError::CertificateNotYetValid:
        return Fault::NotYetValid;
    case QSslError::HostNameMismatch:
        return Fault::WrongName;
    case QSslError::SelfSignedCertificate:
        return Fault::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Fault::UnknownRoot;
    case QSslError::InvalidPurpose:
        return Fault::Purpose;
    case QSslError::InvalidCaCertificate:
    case QSslError::PathLengthExceeded:
    case QSslError::AuthorityIssuerSerialNumberMismatch:
    case QSslError::SubjectIssuerMismatch:
    case QSslError::CertificateSignatureFailed:
        return Fault::Chain;
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
    case QSslError::CertificateRejected:
        return Fault::Revoked;
    default:
        return std::nullopt;
    }
}

bool isWeak(const QSslCertificate &certificate)
{
    const QSslKey key = certificate.publicKey();
    return (key.algorithm() == QSsl::Rsa || key.algorithm() == QSsl::Dsa) && !key.isNull() && key.length() < 2048;
}

// A wrong name or a lapsed certificate says more than that its root is unknown as well.
std::optional<Fault> worst(const QList<QSslError> &errors)
{
    std::optional<Fault> found;
    for (const QSslError &error : errors) {
        const std::optional<Fault> fault = faultOf(error);
        if (fault && (!found || *fault < *found))
            found = fault;
    }
    if (!found && std::ranges::any_of(errors, [](const QSslError &error) { return isWeak(error.certificate()); }))
        found = Fault::Weak;
    return found;
}

QString sentence(Fault fault, const QString &host, const QSslCertificate &certificate, const QDateTime &now)
{
    switch (fault) {
    case Fault::Expired:
        return TlsText::tr("The certificate of %1 expired on %2, or this computer's clock is wrong (it says %3).")
            .arg(host, day(certificate.expiryDate()), day(now));
    case Fault::NotYetValid:
        return TlsText::tr(
                   "The certificate of %1 is not valid before %2, or this computer's clock is wrong (it says %3).")
            .arg(host, day(certificate.effectiveDate()), day(now));
    case Fault::WrongName:
        return TlsText::tr("The certificate that answered for %1 was issued for another name.").arg(host);
    case Fault::SelfSigned:
        return TlsText::tr("The certificate of %1 is self-signed: nobody vouches for it.").arg(host);
    case Fault::UnknownRoot:
        return TlsText::tr("The certificate of %1 was issued by an authority that this computer does not trust, or the "
                           "server does not send its whole chain.")
            .arg(host);
    case Fault::Purpose:
        return TlsText::tr("The certificate of %1 was not issued for a server.").arg(host);
    case Fault::Chain:
        return TlsText::tr("The certificate of %1 was issued by a certificate that is no authority.").arg(host);
    case Fault::Revoked:
        return TlsText::tr("The certificate of %1 is revoked or known to be misused.").arg(host);
    case Fault::Weak:
        return TlsText::tr("The certificate of %1 uses a key that is too weak.").arg(host);
    }
    Q_UNREACHABLE();
    return {};
}

QString nextStep(Fault fault)
{
    switch (fault) {
    case Fault::Expired:
    case Fault::NotYetValid:
        return TlsText::tr(
            "Check the date and time of this computer; if they are right, tell the operator of the server.");
    case Fault::SelfSigned:
    case Fault::UnknownRoot:
        return TlsText::tr(
            "If this is your organization's own server, add its certificate authority in the settings or "
            "name it by SSL_CERT_FILE.");
    case Fault::WrongName:
        return TlsText::tr("Check the address; if it is right, somebody may be between you and the server.");
    case Fault::Purpose:
    case Fault::Chain:
    case Fault::Revoked:
    case Fault::Weak:
        return TlsText::tr("Tell the operator of the server.");
    }
    Q_UNREACHABLE();
    return {};
}

QString technicalText(const QList<QSslError> &errors, const QString &text)
{
    QStringList lines;
    for (const QSslError &error : errors)
        lines << error.errorString();
    if (lines.isEmpty())
        lines << text;
    lines.removeDuplicates();
    return lines.join(u'\n');
}

Error tlsError(QString sentenceText, QString next, QString technical)
{
    Error error;
    error.kind = ErrorKind::Tls;
    error.sentence = std::move(sentenceText);
    error.nextStep = std::move(next);
    error.technical = std::move(technical);
    return error;
}

bool mentions(const QString &text, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words,
                               [&text](QLatin1StringView word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

bool namesHost(const QSslCertificate &certificate, const QString &host)
{
    const QMultiMap<QSsl::AlternativeNameEntryType, QString> names = certificate.subjectAlternativeNames();
    QString name = host.toLower();
    if (name.endsWith(u'.'))
        name.chop(1);
    if (const QHostAddress address(name); !address.isNull()) {
        const QStringList addresses = names.values(QSsl::IpAddressEntry);
        return std::ranges::any_of(addresses, [&](const QString &entry) { return QHostAddress(entry) == address; });
    }
    const QStringList dns = names.values(QSsl::DnsEntry);
    return std::ranges::any_of(dns, [&name](const QString &entry) { return matchesName(entry, name); });
}

Error wrongNameError(const QSslCertificate &certificate, const QUrl &url)
{
    const QStringList names = certificate.subjectAlternativeNames().values();
    return tlsError(sentence(Fault::WrongName, hostLabel(url), certificate, {}), nextStep(Fault::WrongName),
                    names.isEmpty() ? TlsText::tr("The certificate has no subject alternative name.")
                                    : TlsText::tr("It is valid for: %1").arg(names.join(", "_L1)));
}

std::optional<Error> clientCertificateError(const QUrl &url, const QString &text)
{
    if (mentions(text, {"certificate required"_L1, "No required SSL certificate was sent"_L1}))
        return tlsError(TlsText::tr("%1 wants a client certificate, and none was shown.").arg(hostLabel(url)),
                        TlsText::tr("Name your certificate for this host and port in the settings."), text);
    if (mentions(text, {"alert bad certificate"_L1, "alert unknown ca"_L1, "alert certificate unknown"_L1,
                        "alert certificate expired"_L1, "alert certificate revoked"_L1,
                        "alert unsupported certificate"_L1, "The SSL certificate error"_L1}))
        return tlsError(TlsText::tr("%1 does not accept the client certificate that it was shown.").arg(hostLabel(url)),
                        TlsText::tr("Check with the operator of the server which certificate it expects."), text);
    return std::nullopt;
}

Error changedCertificateError(const QUrl &url)
{
    return tlsError(
        TlsText::tr("%1 shows another certificate than the one you trusted for it.").arg(hostLabel(url)),
        TlsText::tr("Ask the operator of the server whether it was replaced, and trust the new one only after "
                    "comparing its fingerprint; somebody may be between you and the server."),
        {});
}

QString trustNextStep()
{
    return TlsText::tr(
        "If this is your organization's own server, add its certificate authority in the settings, name it "
        "by SSL_CERT_FILE, or look at the certificate and trust it for this host and port alone.");
}

QString obstacleNextStep(PinObstacle obstacle, const QString &usual)
{
    switch (obstacle) {
    case PinObstacle::OtherFault:
        break;
    case PinObstacle::Protected:
        return TlsText::tr(
            "This is one of IBM's hosts, whose certificates are never trusted by hand: somebody may be "
            "between you and it. If your organization inspects connections, add its certificate authority "
            "in the settings.");
    case PinObstacle::OutOfDate:
        return TlsText::tr("It is not trusted by hand either, because it is expired or not yet valid.");
    case PinObstacle::WrongName:
        return TlsText::tr("It is not trusted by hand either, because it was issued for another host.");
    case PinObstacle::NotForServers:
        return TlsText::tr("It is not trusted by hand either, because it was not issued for a server.");
    case PinObstacle::Weak:
        return TlsText::tr("It is not trusted by hand either, because its key or its signature is too weak.");
    }
    return usual;
}

Error handshakeError(const QList<QSslError> &errors, const QUrl &url, const QDateTime &now, const QString &text)
{
    const QString host = hostLabel(url);
    if (const std::optional<Fault> fault = worst(errors)) {
        const QSslCertificate certificate = errors.first().certificate();
        return tlsError(sentence(*fault, host, certificate, now), nextStep(*fault), technicalText(errors, text));
    }
    if (!errors.isEmpty() || mentions(text, {"key too small"_L1, "md too weak"_L1}))
        return tlsError(
            TlsText::tr("The certificate of %1 cannot be trusted; its key or signature may be too weak.").arg(host),
            nextStep(Fault::Weak), technicalText(errors, text));
    if (mentions(text, {"protocol version"_L1, "unsupported protocol"_L1, "version too low"_L1, "no protocols"_L1,
                        "handshake failure"_L1, "no shared cipher"_L1}))
        return tlsError(TlsText::tr("%1 speaks no secure version of TLS; 1.2 is the oldest accepted.").arg(host),
                        TlsText::tr("Tell the operator of the server."), technicalText(errors, text));
    if (std::optional<Error> refused = clientCertificateError(url, text))
        return *refused;
    return tlsError(TlsText::tr("No secure connection to %1 could be made.").arg(host),
                    TlsText::tr("Check the address and the port; the details hold what the other side said."),
                    technicalText(errors, text));
}

} // namespace acx
