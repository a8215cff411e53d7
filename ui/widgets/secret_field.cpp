// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/secret_field.h"

#include "ui/widgets/controls.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace acx {

namespace {

constexpr auto shownFor = 15s;

}

SecretField::SecretField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_show(makeButton(tr("Show"), ButtonKind::Normal, this))
{
    m_line->setObjectName(name);
    m_line->setDragEnabled(false);
    // The menu of a line edit offers copying and undoing; pasting works from the keyboard.
    m_line->setContextMenuPolicy(Qt::NoContextMenu);
    m_show->setObjectName(name + "Show"_L1);
    m_show->setCheckable(true);
    m_hideAgain.setSingleShot(true);
    m_hideAgain.setInterval(shownFor);
    setFocusProxy(m_line);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(m_line, 1);
    layout->addWidget(m_show);

    connect(m_show, &QPushButton::toggled, this, &SecretField::setShown);
    connect(&m_hideAgain, &QTimer::timeout, this, [this] { setShown(false); });
    connect(m_line, &QLineEdit::textChanged, this, &SecretField::changed);
    connect(m_line, &QLineEdit::returnPressed, this, &SecretField::submitted);
    connect(m_line, &QLineEdit::selectionChanged, this, [this] {
        if (m_show->isChecked() && m_line->hasSelectedText())
            m_line->deselect();
    });
    setShown(false);
}

Secret SecretField::secret() const
{
    return Secret::fromText(m_line->text());
}

bool SecretField::isEmpty() const
{
    return m_line->text().isEmpty();
}

void SecretField::clear()
{
    m_line->clear();
    // setText() starts a new undo history, clear() does not.
    m_line->setText({});
    setShown(false);
}

void SecretField::setPlaceholderText(const QString &text)
{
    m_line->setPlaceholderText(text);
}

void SecretField::hideEvent(QHideEvent *event)
{
    setShown(false);
    QWidget::hideEvent(event);
}

void SecretField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ActivationChange && !isActiveWindow())
        setShown(false);
    QWidget::changeEvent(event);
}

void SecretField::setShown(bool shown)
{
    if (shown)
        m_line->deselect();
    m_line->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_line->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    m_show->setChecked(shown);
    m_show->setText(shown ? tr("Hide") : tr("Show"));
    m_show->setAccessibleName(shown ? tr("Hide what was entered") : tr("Show what was entered"));
    if (shown)
        m_hideAgain.start();
    else
        m_hideAgain.stop();
}

} // namespace acx
