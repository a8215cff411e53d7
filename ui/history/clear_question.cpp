// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/clear_question.h"

#include "ui/widgets/inline_notice.h"

#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

ClearQuestion::ClearQuestion(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_notice(new InlineNotice(theme, u"clearNotice"_s, this))
    , m_word(new QLineEdit(m_notice))
    , m_confirm(m_notice->addButton(tr("Clear the history"), ButtonKind::Danger, u"clearConfirm"_s))
{
    setObjectName(u"clearQuestion"_s);
    m_word->setObjectName(u"clearWord"_s);
    m_word->setAccessibleName(tr("The word that confirms"));
    m_notice->addContent(m_word);
    QPushButton *keep = m_notice->addButton(tr("Keep it"), ButtonKind::Quiet, u"clearKeep"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    const QString word = tr("clear", "the word to type");
    connect(m_word, &QLineEdit::textChanged, this, [this, word](const QString &typed) {
        m_confirm->setEnabled(typed.trimmed().compare(word, Qt::CaseInsensitive) == 0);
    });
    connect(m_word, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT confirmed();
    });
    connect(keep, &QPushButton::clicked, this, &ClearQuestion::close);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ClearQuestion::close);
    hide();
}

void ClearQuestion::ask(qint64 count)
{
    m_word->clear();
    m_confirm->setEnabled(false);
    m_notice->tell(MessageKind::Warning, tr("Remove all %n request(s)?", nullptr, int(count)),
                   tr("They cannot be brought back. Type “%1” to confirm.").arg(tr("clear", "the word to type")));
    show();
    m_word->setFocus();
}

void ClearQuestion::close()
{
    hide();
}

} // namespace acx
