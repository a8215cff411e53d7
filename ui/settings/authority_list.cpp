// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/authority_list.h"

#include "app/base/deliver.h"
#include "app/network/authority_file.h"
#include "ui/file_chooser.h"
#include "ui/settings/entry_list.h"
#include "ui/widgets/inline_notice.h"

#include <QFileInfo>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

const QString authoritiesName = u"authorities"_s;

QString describe(const QString &path, const Result<QList<QSslCertificate>> &read)
{
    const QString file = QFileInfo(path).fileName();
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
          theme, {authoritiesName, u"removeAuthority"_s, u"authorityNotice"_s, tr("Own certificate authorities")},
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
    connect(m_list, &EntryList::removeWanted, this, &AuthorityList::remove);
    fill();
}

void AuthorityList::setPaths(const QStringList &paths)
{
    m_paths = paths;
    fill();
    for (const QString &path : paths)
        read(path);
}

void AuthorityList::add(const QString &path)
{
    m_list->notice().hide();
    if (m_paths.contains(path) || m_chosen.contains(path))
        return;
    m_chosen += path;
    m_texts.remove(path);
    fill();
    read(path);
}

void AuthorityList::remove(int row)
{
    const QString path = m_shown.at(row);
    const bool isUsed = !m_chosen.removeOne(path);
    m_paths.removeOne(path);
    fill();
    if (isUsed)
        Q_EMIT changed(m_paths);
}

void AuthorityList::read(const QString &path)
{
    deliver(m_threads.run<QList<QSslCertificate>>([path] { return readAuthorityFile(path); }), this,
            [this, path](const Certificates &certificates) { take(path, certificates); });
}

void AuthorityList::take(const QString &path, const Certificates &certificates)
{
    const bool isChosen = m_chosen.removeOne(path);
    if (!isChosen && !m_paths.contains(path))
        return; // removed meanwhile
    const bool isAdded = isChosen && certificates;
    if (isAdded)
        m_paths += path;
    m_texts.insert(path, describe(path, certificates));
    fill();
    if (isAdded)
        Q_EMIT changed(m_paths);
    else if (isChosen)
        m_list->notice().tell(certificates.error());
}

void AuthorityList::fill()
{
    auto *list = m_list->findChild<QListWidget *>(authoritiesName);
    const QString current = m_shown.value(list->currentRow());
    m_shown = m_paths + m_chosen;
    QList<EntryList::Entry> entries;
    for (const QString &path : std::as_const(m_shown))
        entries.append({m_texts.value(path, tr("%1 — reading…").arg(QFileInfo(path).fileName())), path});
    m_list->setEntries(entries);
    list->setCurrentRow(int(m_shown.indexOf(current)));
}

} // namespace acx
