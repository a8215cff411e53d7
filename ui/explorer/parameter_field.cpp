// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/parameter_field.h"

#include "app/base/visible_text.h"
#include "app/operations/parameter_check.h"
#include "ui/explorer/parameter_field_editor.h"
#include "ui/widgets/controls.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int usualNameWidth = 112; // pixels
constexpr int markWidth = 12;       // pixels for the mark of a required one

QString spokenName(const OperationParameter &parameter, const QString &place)
{
    const QString name = parameter.name + ", "_L1 + place;
    return parameter.required ? ParameterField::tr("%1, required").arg(name) : name;
}

} // namespace

ParameterField::ParameterField(const Theme &theme, const OperationParameter &parameter, QWidget *parent)
    : QWidget(parent)
    , m_parameter(parameter)
{
    const QString place = toText(parameter.place);
    build(theme, place, parameter.deprecated ? tr("%1, deprecated").arg(place) : place);
}

ParameterField::ParameterField(const Theme &theme, const OperationParameter &parameter, const QString &prefix,
                               const QString &place, QWidget *parent)
    : QWidget(parent)
    , m_parameter(parameter)
{
    build(theme, prefix, place);
}

void ParameterField::build(const Theme &theme, const QString &prefix, const QString &place)
{
    const QString name = prefix + u':' + m_parameter.name;
    setObjectName("parameter:"_L1 + name);
    m_editor = makeParameterEditor(theme, m_parameter, "value:"_L1 + name, this);
    QWidget *control = m_editor->focusProxy();
    if (m_parameter.type != "array"_L1)
        control->setAccessibleName(spokenName(m_parameter, place));
    control->installEventFilter(this);
    setFocusProxy(m_editor);
    m_description = new ElidedLabel(this);
    m_description->setProperty("role", u"smallMuted"_s);
    m_description->setFullText(m_parameter.description.simplified());
    m_description->setVisible(!m_parameter.description.isEmpty());
    m_problem = makeParagraph({}, LabelKind::Small, this);
    m_problem->setProperty("role", u"wrong"_s);
    m_problem->setObjectName("problem:"_L1 + name);
    m_problem->hide();

    auto *right = new QVBoxLayout;
    right->setSpacing(Theme::space(Space::Xs));
    right->addWidget(m_editor);
    right->addWidget(m_description);
    right->addWidget(m_problem);
    right->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    m_names = makeNames(place);
    layout->addWidget(m_names, 0, Qt::AlignTop);
    layout->addLayout(right, 1);
    connect(m_editor, &ParameterEditor::submitted, this, &ParameterField::submitted);
    connect(m_editor, &ParameterEditor::changed, this, [this] {
        // While typing, a problem only goes away; it comes when the field is left.
        if (!m_problem->text().isEmpty())
            showProblem(problem());
        Q_EMIT changed();
    });
}

QWidget *ParameterField::makeNames(const QString &place)
{
    auto *names = new QWidget(this);
    names->setFixedWidth(usualNameWidth);
    auto *name = new ElidedLabel(names);
    name->setFullText(m_parameter.name);
    name->setMinimumWidth(1);
    name->setMaximumWidth(name->fontMetrics().horizontalAdvance(m_parameter.name) + 2); // its mark follows it closely
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space(Space::Xs));
    line->addWidget(name);
    if (m_parameter.required) {
        QLabel *star = makeLabel(u"*"_s, LabelKind::Body, names);
        star->setProperty("role", u"danger"_s);
        star->setToolTip(tr("required"));
        star->setAccessibleName(tr("required"));
        line->addWidget(star);
    }
    line->addStretch(1);
    auto *column = new QVBoxLayout(names);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    auto *where = new ElidedLabel(names);
    where->setProperty("role", u"smallMuted"_s);
    where->setFullText(place);
    column->addWidget(where);
    return names;
}

QStringList ParameterField::values() const
{
    return m_editor->values();
}

void ParameterField::setValues(const QStringList &values)
{
    m_editor->setValues(values);
    showProblem({});
}

ParameterLine *ParameterField::line() const
{
    return m_editor->line();
}

QString ParameterField::problem() const
{
    return parameterProblem(m_parameter, values(), m_source.get()).value_or(QString());
}

int ParameterField::nameWidth() const
{
    return std::max(usualNameWidth, fontMetrics().horizontalAdvance(m_parameter.name) + markWidth);
}

void ParameterField::setNameWidth(int width)
{
    m_names->setFixedWidth(width);
}

bool ParameterField::check()
{
    const QString wrong = problem();
    showProblem(wrong);
    return wrong.isEmpty();
}

void ParameterField::showProblem(const QString &problem)
{
    // It may name a pattern or choices of the document.
    const QString shown = withVisibleControls(problem);
    if (shown == m_problem->text())
        return;
    m_problem->setText(shown);
    m_problem->setVisible(!problem.isEmpty());
    m_description->setVisible(problem.isEmpty() && !m_description->fullText().isEmpty());
    m_editor->setProblem(problem);
}

bool ParameterField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && !values().isEmpty())
        check();
    return QWidget::eventFilter(watched, event);
}

} // namespace acx
