// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace acx {

/// A label above an editor, with room below for a hint and for what is wrong with the entry. The label is the editor's
/// buddy and gives it its accessible name; the error becomes its accessible description.
class FormField final : public QWidget
{
    Q_OBJECT
public:
    FormField(const QString &label, QWidget *editor, QWidget *parent = nullptr);

    void setHint(const QString &hint);
    /// Empty = nothing is wrong.
    void setError(const QString &error);
    [[nodiscard]] bool hasError() const;
    [[nodiscard]] QString error() const;
    [[nodiscard]] QWidget *editor() const { return m_editor; }

private:
    QWidget *m_editor;
    QLabel *m_hint;
    QLabel *m_error;
};

} // namespace acx
