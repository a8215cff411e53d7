// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/authority_list.h"

#include "ui/file_chooser.h"
#include "ui/settings/authority_file.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/inline_notice.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int rowHeight = 30; // pixels
constexpr int mostRows = 5;

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
    , m_list(new QListWidget(this))
    , m_remove(makeButton(tr("Remove"), ButtonKind::Normal, this))
    , m_notice(new InlineNotice(theme, u"authorityNotice"_s, this))
{
    m_list->setObjectName(u"authorities"_s);
    m_list->setAccessibleName(tr("Own certificate authorities"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_remove->setObjectName(u"removeAuthority"_s);
    QPushButton *add = makeButton(tr("Add a PEM file…"), ButtonKind::Normal, this);
    add->setObjectName(u"addAuthority"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space(Space::S));
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(m_list);
    layout->addWidget(m_notice);
    layout->addLayout(buttons);

    connect(add, &QPushButton::clicked, this, [this] {
        m_files.chooseExisting(this, tr("Choose a file of certificates"),
                               tr("Certificates (*.pem *.crt *.cer);;All files (*)"),
                               [this](const QString &path) { this->add(path); });
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const int row = m_list->currentRow();
        if (row < 0)
            return;
        m_paths.removeAt(row);
        fill();
        Q_EMIT changed(m_paths);
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_remove->setEnabled(row >= 0); });
    fill();
}

void AuthorityList::setPaths(const QStringList &paths)
{
    m_paths = paths;
    fill();
}

void AuthorityList::add(const QString &path)
{
    m_notice->hide();
    if (const Result<QList<QSslCertificate>> read = readAuthorityFile(path); !read) {
        m_notice->tell(read.error());
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
    m_list->clear();
    for (const QString &path : std::as_const(m_paths)) {
        auto *item = new QListWidgetItem(describe(path), m_list);
        item->setToolTip(path);
    }
    m_list->setVisible(!m_paths.isEmpty());
    m_list->setFixedHeight(rowHeight * int(qBound(1, int(m_paths.size()), mostRows)) + Theme::space(Space::S));
    m_remove->setVisible(!m_paths.isEmpty());
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

} // namespace acx
