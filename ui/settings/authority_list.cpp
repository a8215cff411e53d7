// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/authority_list.h"

#include "app/network/authority_file.h"
#include "ui/file_chooser.h"
#include "ui/settings/entry_list.h"
#include "ui/widgets/inline_notice.h"

#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString describe(const QString &path)
{
    const QString file = QFileInfo(path).fileName();
    const Result<QList<QSslCertificate>> read = readAuthorityFile(path);
    if (!read)
        return u"%1 — %2"_s.arg(file, read.error().sentence);
    const QSslCertificate &first = read->constFirst();
    const QString until = QLocale().toString(first.expiryDate().date(), QLocale::ShortFormat);
    const QString name = certificateName(first);
    if (first.expiryDate() < QDateTime::currentDateTimeUtc())
        return AuthorityList::tr("%1 — %2, expired on %3").arg(file, name, until);
    if (read->size() > 1)
        return AuthorityList::tr("%1 — %2 and %n more, valid until %3", nullptr, int(read->size()) - 1)
            .arg(file, name, until);
    return AuthorityList::tr("%1 — %2, valid until %3").arg(file, name, until);
}

} // namespace

AuthorityList::AuthorityList(const Theme &theme, FileChooser &files, QWidget *parent)
    : QWidget(parent)
    , m_files(files)
    , m_list(new EntryList(
          theme, {u"authorities"_s, u"removeAuthority"_s, u"authorityNotice"_s, tr("Own certificate authorities")},
          this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    QPushButton *add = m_list->addButton(tr("Add a PEM file…"), u"addAuthority"_s);
    connect(add, &QPushButton::clicked, this, [this] {
        m_files.chooseExisting(this, tr("Choose a file of certificates"),
                               tr("Certificates (*.pem *.crt *.cer);;All files (*)"),
                               [this](const QString &path) { this->add(path); });
    });
    connect(m_list, &EntryList::removeWanted, this, [this](int row) {
        m_paths.removeAt(row);
        fill();
        Q_EMIT changed(m_paths);
    });
    fill();
}

void AuthorityList::setPaths(const QStringList &paths)
{
    m_paths = paths;
    fill();
}

void AuthorityList::add(const QString &path)
{
    m_list->notice().hide();
    if (const Result<QList<QSslCertificate>> read = readAuthorityFile(path); !read) {
        m_list->notice().tell(read.error());
        return;
    }
    if (m_paths.contains(path))
        return;
    m_paths += path;
    fill();
    Q_EMIT changed(m_paths);
}

void AuthorityList::fill()
{
    QList<EntryList::Entry> entries;
    for (const QString &path : std::as_const(m_paths))
        entries.append({describe(path), path});
    m_list->setEntries(entries);
}

} // namespace acx
