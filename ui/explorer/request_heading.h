// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operation_values.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace acx {

class ElidedLabel;
class RequestPath;
class Theme;

/// What is called: the operation's title with tags for its risk, "deprecated" and "retired", its method and its path
/// with the values filled in. Parts: "operationTitle", "operationRisk", "operationDeprecated", "operationRetired",
/// "operationMethod", "requestPath".
class RequestHeading final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestHeading(const Theme &theme, QWidget *parent = nullptr);

    void setOperation(const Operation &operation);
    /// Before the path: where it goes. Shown as a tool tip.
    void setBase(const QString &base);
    /// Closed by IBM on that day; invalid = it is not.
    void setRetiredOn(const QDate &day);
    void setValues(const QList<NamedValue> &values);

private:
    const Theme &m_theme;
    ElidedLabel *m_title;
    QLabel *m_risk;
    QLabel *m_deprecated;
    QLabel *m_retired;
    QLabel *m_method;
    RequestPath *m_path;
};

} // namespace acx
