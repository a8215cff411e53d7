// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/network/file_threads.h"

#include <QHash>
#include <QList>
#include <QSslCertificate>
#include <QStringList>
#include <QWidget>

namespace acx {

class EntryList;
class FileChooser;
class Theme;

/// The person's own certificate authorities, a file each, with subject and expiry. The files are read in threads; until
/// then the entries say so, and a file that was just chosen counts only afterwards. Its controls: "authorities" (the
/// list), "addAuthority", "removeAuthority", "authorityNotice".
class AuthorityList final : public QWidget
{
    Q_OBJECT
public:
    AuthorityList(const Theme &theme, FileChooser &files, QWidget *parent = nullptr);
    void setPaths(const QStringList &paths);
    [[nodiscard]] const QStringList &paths() const { return m_paths; }

Q_SIGNALS:
    void changed(const QStringList &paths);

private:
    using Certificates = Result<QList<QSslCertificate>>;

    void add(const QString &path);
    void remove(int row);
    void read(const QString &path);
    void take(const QString &path, const Certificates &certificates);
    void fill();

    FileChooser &m_files;
    EntryList *m_list;
    QStringList m_paths;
    QStringList m_chosen; ///< to be added once they have been read
    QStringList m_shown;  ///< both, row by row
    QHash<QString, QString> m_texts; ///< what was read, by path
    FileThreads m_threads;
};

} // namespace acx
