// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/parameter_field_editor.h"

#include "app/base/visible_text.h"
#include "app/http/redactor.h"
#include "ui/explorer/parameter_field_line.h"
#include "ui/explorer/parameter_field_list.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString placeholderOf(const OperationParameter &parameter)
{
    if (!parameter.defaultValue.isEmpty())
        return parameter.defaultValue;
    return parameter.example.isEmpty() ? parameter.format : ParameterEditor::tr("e.g. %1").arg(parameter.example);
}

void fill(QWidget *holder, QWidget *control)
{
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(control);
    holder->setFocusProxy(control);
}

class TextEditor final : public ParameterEditor
{
public:
    TextEditor(const Theme &theme, const OperationParameter &parameter, const QString &name, QWidget *parent)
        : ParameterEditor(parent)
        , m_line(new ParameterLine(theme, name, this))
    {
        fill(this, m_line);
        m_line->setPlaceholderText(isSecret(parameter) ? QString() : placeholderOf(parameter));
        if (isSecret(parameter)) {
            m_line->setEchoMode(QLineEdit::Password);
            m_line->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoPredictiveText |
                                        Qt::ImhNoAutoUppercase);
        }
        connect(m_line, &QLineEdit::textChanged, this, &ParameterEditor::changed);
        connect(m_line, &QLineEdit::returnPressed, this, &ParameterEditor::submitted);
    }
    [[nodiscard]] QStringList values() const override
    {
        return m_line->text().isEmpty() ? QStringList() : QStringList(m_line->text());
    }
    void setValues(const QStringList &values) override
    {
        m_line->setNote({});
        m_line->setText(values.value(0));
        m_line->setCursorPosition(0); // the beginning of a long id tells more than its end
    }
    [[nodiscard]] ParameterLine *line() const override { return m_line; }
    void setProblem(const QString &problem) override
    {
        m_line->setAccessibleDescription(problem);
        setStyleProperty(m_line, "wrong", !problem.isEmpty());
    }

private:
    ParameterLine *m_line;
};

/// One of several values, or none.
class ChoiceEditor final : public ParameterEditor
{
public:
    ChoiceEditor(const OperationParameter &parameter, const QString &name, QWidget *parent)
        : ParameterEditor(parent)
        , m_box(new QComboBox(this))
    {
        fill(this, m_box);
        m_box->setObjectName(name);
        m_box->setMinimumContentsLength(8);
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        const QString &usual = parameter.defaultValue;
        m_box->addItem(usual.isEmpty() ? tr("Not given") : tr("Not given (%1)").arg(withVisibleControls(usual)),
                       QString());
        const QStringList choices = parameter.choices.isEmpty() && parameter.type == "boolean"_L1
                                        ? QStringList{u"true"_s, u"false"_s}
                                        : parameter.choices;
        for (const QString &choice : choices)
            m_box->addItem(withVisibleControls(choice), choice);
        connect(m_box, &QComboBox::currentIndexChanged, this, &ParameterEditor::changed);
    }
    [[nodiscard]] QStringList values() const override
    {
        return m_box->currentIndex() <= 0 ? QStringList() : QStringList(m_box->currentData().toString());
    }
    void setValues(const QStringList &values) override
    {
        const QString value = values.value(0);
        // What is no choice stays visible and is told by the check.
        if (!value.isEmpty() && m_box->findData(value) < 0)
            m_box->addItem(withVisibleControls(value), value);
        m_box->setCurrentIndex(value.isEmpty() ? 0 : m_box->findData(value));
    }
    void setProblem(const QString &problem) override { m_box->setAccessibleDescription(problem); }

private:
    QComboBox *m_box;
};

} // namespace

bool isSecret(const OperationParameter &parameter)
{
    return parameter.format == "password"_L1 || Redactor::isSecretHeader(parameter.name.toUtf8());
}

ParameterEditor *makeParameterEditor(const Theme &theme, const OperationParameter &parameter, const QString &name,
                                     QWidget *parent)
{
    if (parameter.type == "array"_L1)
        return new ParameterList(theme, parameter, name, parent);
    if (!parameter.choices.isEmpty() || parameter.type == "boolean"_L1)
        return new ChoiceEditor(parameter, name, parent);
    return new TextEditor(theme, parameter, name, parent);
}

} // namespace acx
