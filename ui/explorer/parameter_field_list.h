// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explorer/parameter_field_editor.h"

QT_BEGIN_NAMESPACE
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace acx {

/// The values of an array, one below the other. Each is taken as a single parameter of the same choices would be.
class ParameterList final : public ParameterEditor
{
    Q_OBJECT
public:
    ParameterList(const Theme &theme, const OperationParameter &parameter, const QString &name, QWidget *parent);

    [[nodiscard]] QStringList values() const override;
    void setValues(const QStringList &values) override;
    void setProblem(const QString &problem) override;

private:
    struct Row
    {
        QWidget *holder = nullptr;
        ParameterEditor *editor = nullptr;
    };
    void addRow(const QStringList &values);
    void removeRow(const QWidget *holder);
    /// Numbers the object names anew; a single row cannot be removed.
    void nameRows();

    const Theme &m_theme;
    OperationParameter m_item;
    QString m_name;
    QList<Row> m_rows;
    QVBoxLayout *m_column;
    QPushButton *m_add;
};

} // namespace acx
