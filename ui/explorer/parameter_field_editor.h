// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operation.h"

#include <QWidget>

namespace acx {

class ParameterLine;
class Theme;

/// Takes the value of one parameter.
class ParameterEditor : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Empty = nothing was given, so the parameter is left out.
    [[nodiscard]] virtual QStringList values() const = 0;
    virtual void setValues(const QStringList &values) = 0;
    /// The text field of a single value; null where there is none.
    [[nodiscard]] virtual ParameterLine *line() const { return nullptr; }
    /// Red border, words for assistive technology.
    virtual void setProblem(const QString &problem) = 0;

Q_SIGNALS:
    void changed();
    /// Enter in a text field.
    void submitted();
};

/// A password, key or token by its format or name: its text is not shown.
[[nodiscard]] bool isSecret(const OperationParameter &parameter);

/// By the parameter's type: a choice box for an enum and for a boolean, several text fields for an array, else a text
/// field. The control is named `name`; those of an array `name` + ":0", ":1" …, with `name` + ":add" and `name` +
/// ":remove0" ….
[[nodiscard]] ParameterEditor *makeParameterEditor(const Theme &theme, const OperationParameter &parameter,
                                                   const QString &name, QWidget *parent);

} // namespace acx
