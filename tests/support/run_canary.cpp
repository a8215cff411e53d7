// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/run_canary.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QUuid>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

struct RunSecrets
{
    QByteArray key;
    QByteArray secret;
    QByteArray token;
};

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

RunSecrets makeSecrets()
{
    const QByteArray claims =
        R"({"iam_id":"IBMid-run","sub":"run@example.com","iss":"https://iam.cloud.ibm.com/identity","exp":)" +
        QByteArray::number(QDateTime::currentSecsSinceEpoch() + 86'400) + '}';
    return {base64Url(randomBytes(33)), randomBytes(24).toHex(),
            base64Url(R"({"alg":"HS512","kid":"run","typ":"JWT"})") + '.' + base64Url(claims) + '.' +
                base64Url(randomBytes(64))};
}

QByteArray signatureOf(const QByteArray &token)
{
    return token.sliced(token.lastIndexOf('.') + 1);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QFile::WriteOnly | QFile::NewOnly, QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(content) == content.size();
}

RunSecrets secretsIn(const QString &folder)
{
    return {contentOf(folder + "/secrets/key"_L1), contentOf(folder + "/secrets/secret"_L1),
            contentOf(folder + "/secrets/token"_L1)};
}

const RunSecrets &secrets()
{
    static const RunSecrets all = [] {
        if (runFolder().isEmpty())
            return makeSecrets();
        RunSecrets read = secretsIn(runFolder());
        if (read.key.isEmpty() || read.secret.isEmpty() || read.token.isEmpty())
            qFatal("The folder of the run, %s, has no secrets.", qPrintable(runFolder()));
        return read;
    }();
    return all;
}

QList<Canary> canariesOf(const RunSecrets &from)
{
    return {Canary(u"run's API key"_s, from.key), Canary(u"run's client secret"_s, from.secret),
            Canary(u"signature of the run's token"_s, signatureOf(from.token))};
}

QList<Canary> &watched()
{
    static QList<Canary> canaries;
    return canaries;
}

} // namespace

QString runFolder()
{
    return qEnvironmentVariable("ACX_RUN_DIR");
}

void markInRun(const QString &kind)
{
    if (runFolder().isEmpty())
        return;
    const QString program = QFileInfo(QFile::symLinkTarget(u"/proc/self/exe"_s)).fileName();
    (void)write(runFolder() + u"/marks/%1.%2"_s.arg(program, kind), {});
}

const QByteArray &runKey()
{
    markInRun(u"used"_s);
    return secrets().key;
}

const QByteArray &runSecret()
{
    markInRun(u"used"_s);
    return secrets().secret;
}

const QByteArray &runToken()
{
    markInRun(u"used"_s);
    return secrets().token;
}

QList<Canary> runCanaries()
{
    return canariesOf(secrets()) + watched();
}

void watchFor(const QString &name, const QByteArray &secret)
{
    if (secrets().key == secret || secrets().secret == secret)
        return;
    watched().append(Canary(name, secret));
    if (!runFolder().isEmpty())
        (void)write(runFolder() + "/secrets/watched-"_L1 + QUuid::createUuid().toString(QUuid::Id128), secret);
}

bool beginRun(const QString &folder)
{
    const QFileInfo before(folder);
    if (before.exists() && (before.isSymLink() || before.ownerId() != ::geteuid()))
        return false;
    QDir(folder).removeRecursively();
    // Where a test becomes somebody else, that user passes through and sees nothing.
    constexpr QFile::Permissions own = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    constexpr QFile::Permissions passable = own | QFile::ExeGroup | QFile::ExeOther;
    const auto make = [](const QString &path, QFile::Permissions permissions) {
        return QDir().mkdir(path) && QFile::setPermissions(path, permissions);
    };
    if (!make(folder, passable) || !make(folder + "/tmp"_L1, passable))
        return false;
    for (const QLatin1StringView part : {"/secrets"_L1, "/marks"_L1, "/told"_L1}) {
        if (!make(folder + part, own))
            return false;
    }
    const RunSecrets made = makeSecrets();
    return write(folder + "/secrets/key"_L1, made.key) && write(folder + "/secrets/secret"_L1, made.secret) &&
           write(folder + "/secrets/token"_L1, made.token);
}

QList<Canary> canariesOfRun(const QString &folder)
{
    QList<Canary> all = canariesOf(secretsIn(folder));
    const QFileInfoList watchedFor = QDir(folder + "/secrets"_L1).entryInfoList({u"watched-*"_s}, QDir::Files);
    for (const QFileInfo &file : watchedFor)
        all.append(Canary(u"a test's own secret"_s, contentOf(file.filePath())));
    return all;
}

} // namespace acx
