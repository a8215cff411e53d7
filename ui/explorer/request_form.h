// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/openapi_source.h"
#include "app/operations/operation_values.h"

#include <QScrollArea>

#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace acx {

class ParameterField;
class Theme;

/// The parameters of an operation, a row each, those that are required first. Object name "requestForm"; its rows: see
/// ParameterField. Without parameters it says so ("requestFormEmpty").
class RequestForm final : public QScrollArea
{
    Q_OBJECT
public:
    explicit RequestForm(const Theme &theme, QWidget *parent = nullptr);

    /// `askBase`: the operation's host is known by nobody but the person; a first row "value:base:url" asks for it.
    /// `source` is the operation's document, against which values are checked.
    void setOperation(const Operation &operation, const std::shared_ptr<const OpenApiSource> &source, bool askBase);
    /// What was given, by name, or with its place where two parameters have the same name.
    [[nodiscard]] QList<NamedValue> values() const;
    /// The same without those of secret parameters.
    [[nodiscard]] QList<NamedValue> openValues() const;
    /// The same with <name> in place of those of secret parameters.
    [[nodiscard]] QList<NamedValue> maskedValues() const;
    /// Values for other names than the operation's are left aside.
    void setValues(const QList<NamedValue> &values);
    /// The host that the person gave; empty if none is asked for.
    [[nodiscard]] QString base() const;
    /// Tells in each row what is wrong with it; the first such row, or null.
    [[nodiscard]] ParameterField *check();
    [[nodiscard]] const QList<ParameterField *> &fields() const { return m_fields; }
    /// The focus goes to the first empty required row, or to the first.
    /// False if there is none.
    bool focusFirst();

Q_SIGNALS:
    void changed();
    /// Enter in a text field.
    void submitted();

private:
    enum class Secrets { Told, Masked, LeftOut };
    [[nodiscard]] QList<NamedValue> values(Secrets secrets) const;
    [[nodiscard]] QString nameOf(const ParameterField &field) const;
    void add(ParameterField *field);
    void showDescription(bool whole);
    void keepFocusInView(QWidget *now);

    const Theme &m_theme;
    QVBoxLayout *m_column;
    QLabel *m_about;
    QPushButton *m_more;
    QString m_description;
    QLabel *m_empty;
    ParameterField *m_base = nullptr;
    QList<ParameterField *> m_fields;
};

} // namespace acx
