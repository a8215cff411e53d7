// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/network/nginx.h"

#include <QFile>
#include <QNetworkProxy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

// What the server knows of the connection, as JSON.
constexpr char answer[] =
    R"({"protocol":"$ssl_protocol","http":"$server_protocol","client":"$ssl_client_s_dn","verify":"$ssl_client_verify",)"
    R"("accepts":"$http_accept_encoding","who":"$http_authorization"})";

} // namespace

quint16 freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("%s", qPrintable(server.errorString()));
    return server.serverPort();
}

bool isListeningOn(quint16 port)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return socket.waitForConnected(200);
}

QString systemProgram(const QString &name)
{
    return QStandardPaths::findExecutable(name, {u"/usr/bin"_s, u"/usr/sbin"_s, u"/usr/local/bin"_s});
}

bool Nginx::isInstalled()
{
    return !systemProgram(u"nginx"_s).isEmpty();
}

Nginx::Nginx(const TestCertificate &leaf, const Wish &wish)
    : m_port(freePort())
{
    QByteArray chain = leaf.certificatePem();
    for (const TestCertificate &further : wish.chain)
        chain += further.certificatePem();
    put(u"server.pem"_s, chain);
    put(u"server.key"_s, leaf.keyPem());
    put(u"people.pem"_s, wish.people);
    QByteArray temporary;
    for (const char *what : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
        temporary += what + "_temp_path temporary;\n"_ba;
    put(u"nginx.conf"_s,
        "daemon off;\nmaster_process off;\npid nginx.pid;\nevents {}\nhttp {\naccess_log access.log;\n" + temporary +
            "server {\nlisten 127.0.0.1:" + QByteArray::number(m_port) + ' ' + wish.listen +
            ";\nserver_name localhost;\nssl_certificate server.pem;\n" + "ssl_certificate_key server.key;\n" +
            wish.more + "\nlocation /files/ { types { application/json json; } alias ./; }\n" +
            "location / { default_type application/json; return 200 '" + answer + "'; }\n}\n}\n");
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(systemProgram(u"nginx"_s),
                    {u"-e"_s, u"stderr"_s, u"-p"_s, m_folder.path(), u"-c"_s, m_folder.filePath(u"nginx.conf"_s)});
}

Nginx::~Nginx()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool Nginx::isListening()
{
    return m_process.state() == QProcess::Running && isListeningOn(m_port);
}

QUrl Nginx::url(const QString &path) const
{
    return QUrl(u"https://localhost:%1%2"_s.arg(m_port).arg(path));
}

QString Nginx::put(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(file.errorString()));
    return file.fileName();
}

QByteArray Nginx::accessLog() const
{
    QFile file(m_folder.filePath(u"access.log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray Nginx::told()
{
    return m_process.readAll();
}

} // namespace acx
