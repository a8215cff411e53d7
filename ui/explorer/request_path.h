// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operation_values.h"

#include <QTextLayout>
#include <QWidget>

namespace acx {

class Theme;

/// The path of an operation with its query as they will be sent, in up to three lines: parameters in the accent's
/// colour, each in braces until it has a value, then as that value in percent encoding.
class RequestPath final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestPath(const Theme &theme, QWidget *parent = nullptr);

    void setOperation(const Operation &operation);
    void setValues(const QList<NamedValue> &values);
    /// What stands before the path, for the tool tip.
    void setBase(const QString &base);
    /// As it is shown, for tests and assistive technology too.
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Run
    {
        int start = 0;
        int length = 0;
    };
    void rebuild();
    void appendPath();
    void appendQuery();
    void append(const QString &text, bool isParameter);
    [[nodiscard]] QStringList valuesOf(const OperationParameter &parameter) const;
    /// Lays the text out in at most three lines; the height in pixels.
    int layOut(QTextLayout &layout, int width) const;

    const Theme &m_theme;
    Operation m_operation;
    QList<NamedValue> m_values;
    QString m_base;
    QString m_text;
    QList<Run> m_runs; ///< parameters within the text
};

} // namespace acx
