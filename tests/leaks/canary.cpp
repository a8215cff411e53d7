// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/leaks/canary.h"

#include <QDirIterator>
#include <QFile>
#include <QString>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// What base64 makes of the secret wherever it stands in a longer text: the part that does not depend on its
/// neighbours.
QByteArray base64Within(const QByteArray &secret, int before, QByteArray::Base64Options options)
{
    const qsizetype skipped = before == 0 ? 0 : 3 - before;
    const QByteArray whole = secret.mid(skipped, (secret.size() - skipped) / 3 * 3);
    return whole.toBase64(options | QByteArray::OmitTrailingEquals);
}

QByteArray percentOfAll(const QByteArray &secret)
{
    QByteArray text;
    for (const QByteArray &pair : secret.toHex(',').split(','))
        text += '%' + pair;
    return text;
}

} // namespace

Canary::Canary(QString name, const QByteArray &given)
    : m_name(std::move(name))
{
    Q_ASSERT(given.size() >= 16);
    const QByteArray secret(given.constData(), given.size()); // what a Secret handed out is wiped together with it
    const QString text = QString::fromUtf8(secret);
    QByteArray otherEnd(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    for (qsizetype i = 0; i < otherEnd.size(); i += 2)
        std::swap(otherEnd[i], otherEnd[i + 1]);
    m_forms = {{u"plain text"_s, secret},
               {u"half of it"_s, secret.first(secret.size() / 2)},
               {u"its other half"_s, secret.sliced(secret.size() / 2)},
               {u"UTF-16"_s, QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)},
               {u"UTF-16"_s, otherEnd},
               {u"percent"_s, secret.toPercentEncoding()},
               {u"hex"_s, secret.toHex()},
               {u"hex"_s, secret.toHex().toUpper()},
               {u"percent"_s, percentOfAll(secret)},
               {u"percent"_s, percentOfAll(secret).toUpper()}};
    for (int before = 0; before < 3; ++before) {
        m_forms.append({u"base64"_s, base64Within(secret, before, QByteArray::Base64Encoding)});
        m_forms.append({u"base64url"_s, base64Within(secret, before, QByteArray::Base64UrlEncoding)});
    }
}

QString Canary::formIn(const QByteArray &bytes) const
{
    for (const Form &form : m_forms) {
        if (bytes.contains(form.bytes))
            return form.name;
    }
    return {};
}

QStringList findIn(const QList<Canary> &canaries, const QString &path, const QByteArray &bytes)
{
    QStringList finds;
    const QByteArray name = path.toUtf8();
    for (const Canary &canary : canaries) {
        for (const QString &form : {canary.formIn(name), canary.formIn(bytes)}) {
            if (!form.isEmpty())
                finds.append(u"%1: the %2 as %3"_s.arg(path, canary.name(), form));
        }
    }
    return finds;
}

QStringList findCanaries(const QList<Canary> &canaries, const QString &folder)
{
    QStringList finds;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const bool isFile = files.fileInfo().isFile(); // a pipe would wait for its other end
        const QByteArray bytes = isFile && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        finds += findIn(canaries, file.fileName(), bytes);
    }
    return finds;
}

} // namespace acx
