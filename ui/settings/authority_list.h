// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace acx {

class EntryList;
class FileChooser;
class Theme;

/// The person's own certificate authorities, a file each, with subject and expiry. Its controls: "authorities" (the
/// list), "addAuthority", "removeAuthority", "authorityNotice".
class AuthorityList final : public QWidget
{
    Q_OBJECT
public:
    AuthorityList(const Theme &theme, FileChooser &files, QWidget *parent = nullptr);
    void setPaths(const QStringList &paths);

Q_SIGNALS:
    void changed(const QStringList &paths);

private:
    void add(const QString &path);
    void fill();

    FileChooser &m_files;
    EntryList *m_list;
    QStringList m_paths;
};

} // namespace acx
