// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/request_confirm.h"

#include "ui/widgets/inline_notice.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

RequestConfirm::RequestConfirm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_notice(new InlineNotice(theme, u"deleteNotice"_s, this))
    , m_typed(new QLineEdit(m_notice))
    , m_do(nullptr)
    , m_keep(nullptr)
{
    m_typed->setObjectName(u"deleteName"_s);
    m_typed->setAccessibleName(tr("Name of what is to be removed"));
    m_notice->addContent(m_typed);
    m_do = m_notice->addButton(tr("Delete it"), ButtonKind::Danger, u"deleteConfirm"_s);
    m_keep = m_notice->addButton(tr("Do not delete"), ButtonKind::Quiet, u"deleteKeep"_s);
    m_do->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    connect(m_typed, &QLineEdit::textChanged, this,
            [this](const QString &typed) { m_do->setEnabled(typed == m_name); });
    connect(m_typed, &QLineEdit::returnPressed, this, &RequestConfirm::confirm);
    connect(m_do, &QPushButton::clicked, this, &RequestConfirm::confirm);
    connect(m_keep, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void RequestConfirm::ask(const QString &deed, const QString &name)
{
    m_name = name;
    m_typed->clear();
    m_do->setText(deed.isEmpty() ? tr("Delete it") : tr("Do it"));
    m_keep->setText(deed.isEmpty() ? tr("Do not delete") : tr("Do nothing"));
    m_notice->tell(MessageKind::Warning,
                   deed.isEmpty() ? tr("Delete “%1”?").arg(name) : tr("%1: “%2”?").arg(deed, name),
                   tr("What this removes cannot be brought back. Type the name to confirm."));
    show();
    m_typed->setFocus();
}

void RequestConfirm::confirm()
{
    if (m_typed->text() != m_name)
        return;
    hide();
    Q_EMIT confirmed();
}

} // namespace acx
