// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace acx {

/// Method and target of a request that belongs to no operation: "method", "target", below them "requestHost" and
/// "quickStart0" ….
class RequestLine final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestLine(QWidget *parent = nullptr);

    [[nodiscard]] QByteArray method() const;
    [[nodiscard]] QString target() const;
    void setRequest(const QByteArray &method, const QString &target);
    /// The API host under which a path goes out; empty = none.
    void setHost(const QString &host);
    void setQuickStarts(const QStringList &paths);
    void focusTarget();

Q_SIGNALS:
    void changed();
    /// Enter in the target, or a quick start.
    void submitted();
    /// A curl command was pasted or typed into the target.
    void curlEntered(const QString &command);

private:
    void edited(const QString &text);

    QComboBox *m_method;
    QLineEdit *m_target;
    QLabel *m_host;
    QHBoxLayout *m_quick;
};

} // namespace acx
