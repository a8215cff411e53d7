// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/tls_rows.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

const QStringList oldTls10{u"-tls1"_s};
const QStringList oldTls11{u"-tls1_1"_s};
const QStringList weakKeys{u"-tls1_2"_s}; // Qt's own server refuses to be this weak

CertificateWish named(const QStringList &dns, const QString &commonName)
{
    CertificateWish wish;
    wish.commonName = commonName;
    wish.dnsNames = dns;
    wish.addresses.clear();
    return wish;
}

CertificateWish valid(int fromDays, int untilDays)
{
    CertificateWish wish;
    wish.notBefore = QDateTime::currentDateTimeUtc().addDays(fromDays);
    wish.notAfter = QDateTime::currentDateTimeUtc().addDays(untilDays);
    return wish;
}

CertificateWish clientOnly()
{
    CertificateWish wish;
    wish.purpose = CertificateWish::Purpose::Client;
    return wish;
}

CertificateWish rsa(int bits)
{
    CertificateWish wish;
    wish.rsaBits = bits;
    return wish;
}

CertificateWish sha1()
{
    CertificateWish wish = rsa(2048);
    wish.sha1 = true;
    return wish;
}

CertificateWish curve(const QByteArray &name)
{
    CertificateWish wish;
    wish.curve = name;
    return wish;
}

TestCertificate intermediateOf(const TestCertificate &root)
{
    CertificateWish middle;
    middle.purpose = CertificateWish::Purpose::Authority;
    middle.commonName = u"Middle"_s;
    return root.issue(middle);
}

} // namespace

QList<TlsRow> refusedWithoutPin(const TestCertificate &root)
{
    const QString otherName = u"another name"_s;
    const TestCertificate leaf = root.issue(named({u"leaf.example"_s}, u"leaf.example"_s));
    return {
        {u"expired"_s, root.issue(valid(-10, -1)), {}, u"clock"_s, false, {}},
        {u"not yet valid"_s, root.issue(valid(1, 10)), {}, u"clock"_s, false, {}},
        {u"self-signed"_s, TestCertificate::selfSigned(), {}, u"self-signed"_s, true, {}},
        {u"unknown root"_s, TestCertificate::authority(u"Another"_s).issue(), {}, u"does not trust"_s, true, {}},
        {u"incomplete chain"_s, intermediateOf(root).issue(), {}, u"does not trust"_s, true, {}},
        {u"wrong host"_s, root.issue(named({u"other.example"_s}, u"other.example"_s)), {}, otherName, false, {}},
        {u"T1 SAN of another host, CN matches"_s,
         root.issue(named({u"other.example"_s}, u"localhost"_s)),
         {},
         otherName,
         false,
         {}},
        {u"T1 no SAN, CN matches"_s, root.issue(named({}, u"localhost"_s)), {}, otherName, false, {}},
        {u"client-only usage"_s, root.issue(clientOnly()), {}, u"not issued for a server"_s, false, {}},
        {u"leaf as CA"_s, leaf.issue(), {leaf}, u"no authority"_s, false, {}},
        {u"bare *"_s, root.issue(named({u"*"_s}, u"*"_s)), {}, otherName, false, {}},
        {u"sub-domain trick"_s, root.issue(named({u"localhost.evil.tld"_s}, u"x"_s)), {}, otherName, false, {}},
        {u"RSA 1024"_s, root.issue(rsa(1024)), {}, u"weak"_s, false, weakKeys},
        {u"RSA 512"_s, root.issue(rsa(512)), {}, u"weak"_s, false, weakKeys},
        {u"SHA-1 signature"_s, root.issue(sha1()), {}, u"weak"_s, false, weakKeys},
        {u"TLS 1.0"_s, root.issue(), {}, u"1.2"_s, false, oldTls10},
        {u"TLS 1.1"_s, root.issue(), {}, u"1.2"_s, false, oldTls11},
    };
}

QList<TlsRow> refusedWithPin(const TestCertificate &root)
{
    QList<TlsRow> rows = refusedWithoutPin(root);
    const QString otherName = u"another name"_s;
    const auto alone = [&rows](const QString &name, const CertificateWish &wish, const QString &says,
                               const QStringList &openssl = {}) {
        rows.append({name + ", self-signed"_L1, TestCertificate::selfSigned(wish), {}, says, false, openssl});
    };
    alone(u"expired"_s, valid(-10, -1), u"clock"_s);
    alone(u"not yet valid"_s, valid(1, 10), u"clock"_s);
    alone(u"wrong host"_s, named({u"other.example"_s}, u"other.example"_s), otherName);
    alone(u"T1 SAN of another host, CN matches"_s, named({u"other.example"_s}, u"localhost"_s), {});
    alone(u"T1 no SAN, CN matches"_s, named({}, u"localhost"_s), {});
    alone(u"client-only usage"_s, clientOnly(), {});
    alone(u"bare *"_s, named({u"*"_s}, u"*"_s), otherName);
    alone(u"sub-domain trick"_s, named({u"localhost.evil.tld"_s}, u"x"_s), otherName);
    alone(u"RSA 1024"_s, rsa(1024), {}, weakKeys);
    alone(u"SHA-1 signature"_s, sha1(), {}, weakKeys);
    alone(u"curve of 224 bits"_s, curve("P-224"), {});
    alone(u"TLS 1.0"_s, {}, u"1.2"_s, oldTls10);
    alone(u"TLS 1.1"_s, {}, u"1.2"_s, oldTls11);
    const TestCertificate foreign =
        TestCertificate::authority(u"Another"_s).issue(named({u"leaf.example"_s}, u"leaf.example"_s));
    rows.append({u"leaf as CA, unknown root"_s, foreign.issue(), {foreign}, {}, false, {}});
    return rows;
}

TlsPeer::TlsPeer(const TlsRow &row)
{
    if (row.openssl.isEmpty()) {
        m_server = std::make_unique<FaultServer>(FaultServer::Handler(), row.leaf.serverTls(row.chain));
        m_port = m_server->port();
        return;
    }
    QFile pem(m_folder.filePath(u"server.pem"_s));
    if (!pem.open(QIODevice::WriteOnly))
        return;
    pem.write(row.leaf.certificatePem() + row.leaf.keyPem());
    pem.close();
    m_process.start(u"openssl"_s, QStringList{u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s, pem.fileName(),
                                              u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s} +
                                      row.openssl);
    static const QRegularExpression line(u"\nACCEPT 127\\.0\\.0\\.1:(\\d+)\n"_s);
    const auto listens = [this] {
        m_output += m_process.readAllStandardOutput();
        const QRegularExpressionMatch match = line.match(QString::fromLatin1(m_output));
        m_port = quint16(match.captured(1).toUInt());
        return match.hasMatch();
    };
    if (QTest::qWaitFor(listens, 30'000))
        m_start = m_output.size();
}

TlsPeer::~TlsPeer()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool TlsPeer::isListening()
{
    return m_port != 0;
}

QUrl TlsPeer::url(const QString &host) const
{
    return QUrl(u"https://%1:%2/"_s.arg(host).arg(m_port));
}

QByteArray TlsPeer::received()
{
    if (m_server)
        return m_server->bytes();
    // s_server prints what it is sent among words of its own; a request line is never one of them.
    m_process.waitForReadyRead(100);
    m_output += m_process.readAllStandardOutput();
    const QByteArray told = m_output.sliced(m_start);
    return told.contains("HTTP/1.1") || told.contains("canary") ? told : QByteArray();
}

} // namespace acx
