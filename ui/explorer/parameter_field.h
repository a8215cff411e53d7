// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/openapi_source.h"
#include "app/operations/operation.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace acx {

class ElidedLabel;
class ParameterEditor;
class ParameterLine;
class Theme;

/// One parameter of an operation: at the left its name, the mark of a required one and its place; at the right an
/// editor for its type with its description or, in words, what is wrong with the value. The row is named "parameter:"
/// + place + ":" + name, e.g. "parameter:path:org", its control "value:path:org" (see makeParameterEditor), its error
/// "problem:path:org".
class ParameterField final : public QWidget
{
    Q_OBJECT
public:
    ParameterField(const Theme &theme, const OperationParameter &parameter, QWidget *parent = nullptr);
    /// A row that is no parameter of an operation: `place` is what stands below its name.
    ParameterField(const Theme &theme, const OperationParameter &parameter, const QString &prefix, const QString &place,
                   QWidget *parent = nullptr);

    /// The document against which values are checked.
    void setSource(std::shared_ptr<const OpenApiSource> source) { m_source = std::move(source); }
    [[nodiscard]] const OperationParameter &parameter() const { return m_parameter; }
    /// Empty = nothing was given. An array may have several.
    [[nodiscard]] QStringList values() const;
    void setValues(const QStringList &values);
    /// The text field of a single value; null where there is none.
    [[nodiscard]] ParameterLine *line() const;
    /// Pixels that the name at the left would take.
    [[nodiscard]] int nameWidth() const;
    void setNameWidth(int width);
    /// Tells what is wrong, if something is, below the field. False if so.
    bool check();
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();
    /// Enter in a text field.
    void submitted();

protected:
    /// A value is checked when its field is left.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const Theme &theme, const QString &prefix, const QString &place);
    [[nodiscard]] QWidget *makeNames(const QString &place);
    void showProblem(const QString &problem);

    OperationParameter m_parameter;
    std::shared_ptr<const OpenApiSource> m_source;
    ParameterEditor *m_editor = nullptr;
    QWidget *m_names = nullptr;
    ElidedLabel *m_description = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace acx
