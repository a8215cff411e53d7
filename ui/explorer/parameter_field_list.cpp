// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/parameter_field_list.h"

#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

ParameterList::ParameterList(const Theme &theme, const OperationParameter &parameter, const QString &name,
                             QWidget *parent)
    : ParameterEditor(parent)
    , m_theme(theme)
    , m_item(parameter)
    , m_name(name)
    , m_column(new QVBoxLayout)
    , m_add(makeButton(tr("Add a value"), ButtonKind::Link, this))
{
    m_item.type = u"string"_s;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::Xs));
    m_column->setSpacing(Theme::space(Space::Xs));
    layout->addLayout(m_column);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setObjectName(name + ":add"_L1);
    m_add->setAccessibleName(tr("Add a value to %1").arg(parameter.name));
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_rows.constLast().editor->setFocus();
        Q_EMIT changed();
    });
    addRow({});
}

void ParameterList::addRow(const QStringList &values)
{
    Row row;
    row.holder = new QWidget(this);
    row.editor = makeParameterEditor(m_theme, m_item, m_name, row.holder);
    row.editor->setValues(values);
    auto *remove = makeIconButton(m_theme, u"close"_s, tr("Remove this value"), row.holder);
    auto *line = new QHBoxLayout(row.holder);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::space(Space::Xs));
    line->addWidget(row.editor, 1);
    line->addWidget(remove);
    m_column->addWidget(row.holder);
    row.holder->show(); // at once, so that it can take the focus
    m_rows.append(row);
    if (m_rows.size() == 1)
        setFocusProxy(row.editor);
    connect(row.editor, &ParameterEditor::changed, this, &ParameterEditor::changed);
    connect(row.editor, &ParameterEditor::submitted, this, &ParameterEditor::submitted);
    connect(remove, &QToolButton::clicked, this, [this, holder = row.holder] {
        removeRow(holder);
        Q_EMIT changed();
    });
    nameRows();
}

void ParameterList::removeRow(const QWidget *holder)
{
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [holder](const Row &row) { return row.holder == holder; });
    if (found == m_rows.cend())
        return;
    found->holder->setObjectName({});
    found->editor->focusProxy()->setObjectName({});
    found->holder->hide();
    found->holder->deleteLater();
    m_rows.erase(found);
    if (m_rows.isEmpty())
        addRow({});
    m_rows.constFirst().editor->setFocus();
    setFocusProxy(m_rows.constFirst().editor);
    nameRows();
}

void ParameterList::nameRows()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        QWidget *control = m_rows[i].editor->focusProxy();
        control->setObjectName(u"%1:%2"_s.arg(m_name).arg(i));
        control->setAccessibleName(tr("%1, value %2").arg(m_item.name).arg(i + 1));
        auto *remove = m_rows[i].holder->findChild<QToolButton *>({}, Qt::FindDirectChildrenOnly);
        remove->setObjectName(u"%1:remove%2"_s.arg(m_name).arg(i));
        remove->setVisible(m_rows.size() > 1);
    }
}

QStringList ParameterList::values() const
{
    QStringList all;
    for (const Row &row : m_rows)
        all += row.editor->values();
    return all;
}

void ParameterList::setValues(const QStringList &values)
{
    while (m_rows.size() > 1) {
        delete m_rows.constLast().holder;
        m_rows.removeLast();
    }
    m_rows.constFirst().editor->setValues(values.mid(0, 1));
    for (qsizetype i = 1; i < values.size(); ++i)
        addRow(values.mid(i, 1));
    nameRows();
}

void ParameterList::setProblem(const QString &problem)
{
    for (const Row &row : m_rows)
        row.editor->setProblem(problem);
}

} // namespace acx
