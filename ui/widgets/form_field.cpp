// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_field.h"

#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

FormField::FormField(const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_hint(makeParagraph({}, LabelKind::SmallMuted, this))
    , m_error(makeParagraph({}, LabelKind::Small, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::Xs));
    if (!label.isEmpty()) {
        QLabel *name = makeLabel(label, LabelKind::Small, this);
        name->setBuddy(editor);
        layout->addWidget(name);
        editor->setAccessibleName(label);
    }
    layout->addWidget(editor);
    layout->addWidget(m_hint);
    layout->addWidget(m_error);
    m_hint->hide();
    setStyleProperty(m_error, "role", u"danger"_s);
    m_error->hide();
}

void FormField::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty() && m_error->text().isEmpty());
}

void FormField::setError(const QString &error)
{
    if (error == m_error->text())
        return;
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    m_hint->setVisible(error.isEmpty() && !m_hint->text().isEmpty());
    m_editor->setAccessibleDescription(error);
    setStyleProperty(m_editor, "wrong", !error.isEmpty());
}

bool FormField::hasError() const
{
    return !m_error->text().isEmpty();
}

QString FormField::error() const
{
    return m_error->text();
}

} // namespace acx
