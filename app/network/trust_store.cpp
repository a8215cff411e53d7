// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/trust_store.h"

#include "app/network/trust_json.h"
#include "app/profiles/file_lock.h"
#include "app/profiles/replaced_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <chrono>
#include <functional>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(acx)
};

constexpr qint64 largestFile = 4LL * 1024 * 1024; // bytes
constexpr std::chrono::milliseconds lockLimit(2000);

template <class Entry, class Place>
void removeFor(QList<Entry> &entries, Place &&place, const QString &host, quint16 port)
{
    entries.removeIf([&](const Entry &entry) { return place(entry).host == host && place(entry).port == port; });
}

const CertificatePin &placeOf(const TrustedCertificate &entry)
{
    return entry.pin;
}

tl::unexpected<Error> unreadable(const QString &path, const QString &technical)
{
    return fail(ErrorKind::Disk, Text::tr("The list of trusted certificates in %1 cannot be read.").arg(path),
                Text::tr("Check the permissions of this file; until then none of them is trusted."), technical);
}

} // namespace

QString ClientCertificateFile::passphraseEntry() const
{
    return u"client-certificate/%1:%2"_s.arg(host).arg(port);
}

TrustStore::TrustStore(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{}

QString TrustStore::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           "/apiconnect-explorer/trust.json"_L1;
}

Result<TrustFileText> TrustStore::read() const
{
    QFile file(m_path);
    if (!file.exists() && !QFileInfo(m_path).isSymbolicLink())
        return TrustFileText();
    if (!QFileInfo(m_path).isFile() || !file.open(QIODevice::ReadOnly))
        return unreadable(m_path, file.errorString());
    const QByteArray bytes = file.read(largestFile);
    if (file.error() != QFileDevice::NoError)
        return unreadable(m_path, file.errorString());
    TrustFileText text = readTrustFile(bytes);
    if (text.isNewer)
        return fail(ErrorKind::Unsupported,
                    Text::tr("The list of trusted certificates in %1 was written by a newer version of this program.")
                        .arg(m_path),
                    Text::tr("Use that version, or move the file away to begin anew."));
    return text;
}

Status TrustStore::load()
{
    if (m_path.isEmpty())
        return {};
    Result<TrustFileText> text = read();
    if (text && !text->damage.isEmpty()) {
        // Another program may just have set it aside: look again under the lock.
        FileLock lock(m_path);
        if (lock.lock(lockLimit))
            text = read();
        if (text && !text->damage.isEmpty())
            setAside(*text);
    }
    take(text ? text->entries : TrustEntries());
    if (text)
        return {};
    m_notice = text.error();
    return fail(text.error());
}

void TrustStore::setAside(const TrustFileText &text)
{
    Error notice;
    notice.kind = ErrorKind::Disk;
    notice.sentence = Text::tr("The list of trusted certificates was damaged and could not all be read.");
    notice.technical = text.damage;
    const QString kept = nameBeside(m_path, u"damaged");
    bool isKept = QFile::rename(m_path, kept);
    if (isKept && !replaceFile(m_path, writeTrustFile(text.entries))) {
        QFile::rename(kept, m_path);
        isKept = false;
    }
    if (isKept)
        QFile::setPermissions(kept, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    notice.nextStep = isKept ? Text::tr("It was kept as %1. What is missing has to be trusted again.").arg(kept)
                             : Text::tr("It is still in %1, because no copy can be made in that folder.").arg(m_path);
    m_notice = notice;
}

void TrustStore::take(const TrustEntries &entries)
{
    if (entries == m_entries)
        return;
    m_entries = entries;
    Q_EMIT changed();
}

template <class Change>
Status TrustStore::change(Change &&change)
{
    if (m_path.isEmpty()) {
        TrustEntries entries = m_entries;
        change(entries);
        take(entries);
        return {};
    }
    if (Status made = makeFolderFor(m_path); !made)
        return made;
    FileLock lock(m_path);
    if (!lock.lock(lockLimit))
        return fail(ErrorKind::Disk, Text::tr("The list of trusted certificates in %1 cannot be changed.").arg(m_path),
                    Text::tr("Check the free space and the permissions of its folder, then try again."));
    sweepLeftovers(m_path);
    Result<TrustFileText> text = read();
    if (!text)
        return fail(text.error());
    if (!text->damage.isEmpty())
        setAside(*text);
    change(text->entries);
    if (Status written = replaceFile(m_path, writeTrustFile(text->entries)); !written)
        return written;
    take(text->entries);
    return {};
}

Status TrustStore::trust(const TrustedCertificate &certificate)
{
    return change([&certificate](TrustEntries &entries) {
        removeFor(entries.certificates, placeOf, certificate.pin.host, certificate.pin.port);
        entries.certificates.append(certificate);
    });
}

Status TrustStore::distrust(const QString &host, quint16 port)
{
    return change([&](TrustEntries &entries) { removeFor(entries.certificates, placeOf, host, port); });
}

Status TrustStore::setClient(const ClientCertificateFile &client)
{
    return change([&client](TrustEntries &entries) {
        removeFor(entries.clients, std::identity(), client.host, client.port);
        entries.clients.append(client);
    });
}

Status TrustStore::removeClient(const QString &host, quint16 port)
{
    return change([&](TrustEntries &entries) { removeFor(entries.clients, std::identity(), host, port); });
}

} // namespace acx
