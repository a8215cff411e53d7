// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/trust_file.h"

#include "app/network/trust_json.h"
#include "app/profiles/file_lock.h"
#include "app/profiles/replaced_file.h"
#include "app/profiles/whole_file.h"

#include <QCoreApplication>

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

/// `kept` is the name under which the damaged file was set aside, if it was.
Error damageOf(const QString &path, const TrustFileText &text, const QString &kept)
{
    Error notice;
    notice.kind = ErrorKind::Disk;
    notice.sentence = TrustText::tr("The list of trusted certificates was damaged and could not all be read.");
    notice.technical = text.damage;
    notice.nextStep = kept.isEmpty()
                          ? TrustText::tr("It is still in %1, because no copy can be made in that folder.").arg(path)
                          : TrustText::tr("It was kept as %1. What is missing has to be trusted again.").arg(kept);
    return notice;
}

/// With what could be read of it in its place.
QString setTrustAside(const QString &path, const TrustFileText &text)
{
    return setFileAside(path, u"damaged", writeTrustFile(text.entries));
}

} // namespace

TrustChange adding(const TrustedCertificate &certificate)
{
    return [certificate](TrustEntries &entries) {
        removeFor(entries.certificates, placeOf, certificate.pin.host, certificate.pin.port);
        entries.certificates.append(certificate);
    };
}

TrustChange adding(const ClientCertificateFile &client)
{
    return [client](TrustEntries &entries) {
        removeFor(entries.clients, std::identity(), client.host, client.port);
        entries.clients.append(client);
    };
}

TrustChange removingCertificate(const QString &host, quint16 port)
{
    return [host, port](TrustEntries &entries) { removeFor(entries.certificates, placeOf, host, port); };
}

TrustChange removingClient(const QString &host, quint16 port)
{
    return [host, port](TrustEntries &entries) { removeFor(entries.clients, std::identity(), host, port); };
}

Result<TrustFile> TrustFile::load(const QString &path)
{
    TrustFile file;
    Result<TrustFileText> text = readTrust(path);
    if (text && !text->damage.isEmpty()) {
        // Another program may just have set it aside: look again under the lock, and change nothing without it.
        FileLock lock(path);
        const bool isLocked = lock.lock();
        if (isLocked)
            text = readTrust(path);
        if (text && !text->damage.isEmpty())
            file.notice = damageOf(path, *text, isLocked ? setTrustAside(path, *text) : QString());
    }
    if (!text)
        return fail(text.error());
    file.entries = text->entries;
    return file;
}

Result<TrustFile> TrustFile::change(const QString &path, const TrustChange &change)
{
    if (const Status made = makeFolderFor(path); !made)
        return fail(made.error());
    FileLock lock(path);
    if (!lock.lock())
        return fail(ErrorKind::Disk,
                    TrustText::tr("The list of trusted certificates in %1 cannot be changed.").arg(path),
                    TrustText::tr("Check the free space and the permissions of its folder, then try again."));
    sweepLeftovers(path);
    const Result<TrustFileText> text = readTrust(path);
    if (!text)
        return fail(text.error());
    TrustFile file;
    if (!text->damage.isEmpty()) {
        const QString kept = setTrustAside(path, *text);
        file.notice = damageOf(path, *text, kept);
        // Without a copy nothing may overwrite the only one.
        if (kept.isEmpty())
            return fail(*file.notice);
    }
    file.entries = text->entries;
    change(file.entries);
    if (const Status written = replaceFile(path, writeTrustFile(file.entries)); !written)
        return fail(written.error());
    return file;
}

} // namespace acx
