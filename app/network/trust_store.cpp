// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/trust_store.h"

#include "app/network/trust_file.h"

#include <QStandardPaths>

#include <tuple>

using namespace Qt::StringLiterals;

namespace acx {

QString ClientCertificateFile::passphraseEntry() const
{
    return u"client-certificate/%1:%2"_s.arg(host).arg(port);
}

TrustStore::TrustStore(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_watch(m_path)
{}

QString TrustStore::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           "/apiconnect-explorer/trust.json"_L1;
}

Status TrustStore::load()
{
    return m_path.isEmpty() ? Status() : hold(TrustFile::load(m_path));
}

void TrustStore::follow()
{
    if (m_path.isEmpty())
        return;
    // In turn with the changes made here, so that none of them is taken back.
    connect(&m_watch, &FileWatch::changed, this, [this] {
        std::ignore = m_disk.run<TrustFile>(
            this, [path = m_path] { return TrustFile::load(path); },
            [this](const Result<TrustFile> &file) {
                // What cannot be read now says nothing against what could be read before.
                if (file)
                    std::ignore = hold(file);
                return file;
            });
    });
    connect(this, &TrustStore::changed, &m_watch, &FileWatch::watch); // its folder may be made with the first entry
    m_watch.watch();
}

Status TrustStore::hold(const Result<TrustFile> &file)
{
    if (!file)
        m_notice = file.error();
    else if (file->notice)
        m_notice = file->notice;
    take(file ? file->entries : TrustEntries());
    return file ? Status() : fail(file.error());
}

void TrustStore::take(const TrustEntries &entries)
{
    if (entries == m_entries)
        return;
    m_entries = entries;
    Q_EMIT changed();
}

QFuture<Status> TrustStore::change(const std::function<void(TrustEntries &)> &change)
{
    if (m_path.isEmpty()) {
        TrustEntries entries = m_entries;
        change(entries);
        take(entries);
        return ready<void>({});
    }
    const auto keep = [this](const Result<TrustFile> &changed) {
        if (changed)
            std::ignore = hold(changed);
        return changed;
    };
    QFuture<Result<TrustFile>> done = m_disk.run<TrustFile>(
        this, [path = m_path, change] { return TrustFile::change(path, change); }, keep);
    return chain<void>(done, [](const TrustFile &) { return ready<void>({}); });
}

QFuture<Status> TrustStore::trust(const TrustedCertificate &certificate)
{
    return change(adding(certificate));
}

QFuture<Status> TrustStore::distrust(const QString &host, quint16 port)
{
    return change(removingCertificate(host, port));
}

QFuture<Status> TrustStore::setClient(const ClientCertificateFile &client)
{
    return change(adding(client));
}

QFuture<Status> TrustStore::removeClient(const QString &host, quint16 port)
{
    return change(removingClient(host, port));
}

} // namespace acx
