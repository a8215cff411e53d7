// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/trust_store.h"

#include "app/network/trust_json.h"
#include "app/profiles/file_lock.h"
#include "app/profiles/replaced_file.h"
#include "app/profiles/whole_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

#include <functional>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

struct TrustText
{
    Q_DECLARE_TR_FUNCTIONS(acx)
};

constexpr qint64 largestTrustFile = 4LL * 1024 * 1024; // bytes

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
    return fail(ErrorKind::Disk, TrustText::tr("The list of trusted certificates in %1 cannot be read.").arg(path),
                TrustText::tr("Check the permissions of this file; until then none of them is trusted."), technical);
}

Result<TrustFileText> readTrust(const QString &path)
{
    const auto bytes = readWhole(path, largestTrustFile);
    if (!bytes)
        return unreadable(path, bytes.error());
    if (!*bytes)
        return TrustFileText();
    TrustFileText text = readTrustFile(**bytes);
    if (text.isNewer)
        return fail(
            ErrorKind::Unsupported,
            TrustText::tr("The list of trusted certificates in %1 was written by a newer version of this program.")
                .arg(path),
            TrustText::tr("Use that version, or move the file away to begin anew."));
    return text;
}

/// Keeps a damaged file under another name and what could be read of it in its place, and says so. Call it under the
/// lock.
Error setTrustAside(const QString &path, const TrustFileText &text)
{
    Error notice;
    notice.kind = ErrorKind::Disk;
    notice.sentence = TrustText::tr("The list of trusted certificates was damaged and could not all be read.");
    notice.technical = text.damage;
    const QString kept = nameBeside(path, u"damaged");
    bool isKept = QFile::rename(path, kept);
    if (isKept && !replaceFile(path, writeTrustFile(text.entries))) {
        QFile::rename(kept, path);
        isKept = false;
    }
    if (isKept)
        QFile::setPermissions(kept, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    notice.nextStep = isKept
                          ? TrustText::tr("It was kept as %1. What is missing has to be trusted again.").arg(kept)
                          : TrustText::tr("It is still in %1, because no copy can be made in that folder.").arg(path);
    return notice;
}

struct Changed
{
    TrustEntries entries;
    std::optional<Error> notice;
};

Result<Changed> changeFile(const QString &path, const std::function<void(TrustEntries &)> &change)
{
    if (Status made = makeFolderFor(path); !made)
        return fail(made.error());
    FileLock lock(path);
    if (!lock.lock())
        return fail(ErrorKind::Disk,
                    TrustText::tr("The list of trusted certificates in %1 cannot be changed.").arg(path),
                    TrustText::tr("Check the free space and the permissions of its folder, then try again."));
    sweepLeftovers(path);
    Result<TrustFileText> text = readTrust(path);
    if (!text)
        return fail(text.error());
    Changed changed;
    if (!text->damage.isEmpty())
        changed.notice = setTrustAside(path, *text);
    changed.entries = text->entries;
    change(changed.entries);
    if (Status written = replaceFile(path, writeTrustFile(changed.entries)); !written)
        return fail(written.error());
    return changed;
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

Status TrustStore::load()
{
    if (m_path.isEmpty())
        return {};
    Result<TrustFileText> text = readTrust(m_path);
    if (text && !text->damage.isEmpty()) {
        // Another program may just have set it aside: look again under the lock.
        FileLock lock(m_path);
        if (lock.lock())
            text = readTrust(m_path);
        if (text && !text->damage.isEmpty())
            m_notice = setTrustAside(m_path, *text);
    }
    take(text ? text->entries : TrustEntries());
    if (text)
        return {};
    m_notice = text.error();
    return fail(text.error());
}

void TrustStore::take(const TrustEntries &entries)
{
    if (entries == m_entries)
        return;
    m_entries = entries;
    Q_EMIT changed();
}

template <class Change>
QFuture<Status> TrustStore::change(const Change &change)
{
    if (m_path.isEmpty()) {
        TrustEntries entries = m_entries;
        change(entries);
        take(entries);
        return ready<void>({});
    }
    const auto hold = [this](const Result<Changed> &changed) {
        if (changed && changed->notice)
            m_notice = changed->notice;
        if (changed)
            take(changed->entries);
        return changed;
    };
    QFuture<Result<Changed>> done = m_disk.run<Changed>(
        this, [path = m_path, change] { return changeFile(path, change); }, hold);
    return chain<void>(done, [](const Changed &) { return ready<void>({}); });
}

QFuture<Status> TrustStore::trust(const TrustedCertificate &certificate)
{
    return change([certificate](TrustEntries &entries) {
        removeFor(entries.certificates, placeOf, certificate.pin.host, certificate.pin.port);
        entries.certificates.append(certificate);
    });
}

QFuture<Status> TrustStore::distrust(const QString &host, quint16 port)
{
    return change([host, port](TrustEntries &entries) { removeFor(entries.certificates, placeOf, host, port); });
}

QFuture<Status> TrustStore::setClient(const ClientCertificateFile &client)
{
    return change([client](TrustEntries &entries) {
        removeFor(entries.clients, std::identity(), client.host, client.port);
        entries.clients.append(client);
    });
}

QFuture<Status> TrustStore::removeClient(const QString &host, quint16 port)
{
    return change([host, port](TrustEntries &entries) { removeFor(entries.clients, std::identity(), host, port); });
}

} // namespace acx
