// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/breadcrumb.h"
#include "app/explorer/links.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace acx {

class Theme;

/// Above the answer: "goBack", "goForward", the path as steps ("crumb0" … from the left; those that cannot be opened
/// are plain text), how far the fetching of pages is ("pagesProgress") and the links of the answer's headers
/// ("headerLink0" …).
class NavigationBar final : public QWidget
{
    Q_OBJECT
public:
    explicit NavigationBar(const Theme &theme, QWidget *parent = nullptr);

    void setSteps(bool back, bool forward);
    void setCrumbs(const QList<Crumb> &crumbs);
    void setLinks(const QList<HeaderLink> &links);
    /// Empty hides it.
    void setProgress(const QString &text);
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void backWanted();
    void forwardWanted();
    /// Below the API base, encoded.
    void targetWanted(const QByteArray &target, bool newTab);
    void linkWanted(const QUrl &url, bool newTab);

protected:
    /// Middle clicks on steps and links.
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// As many steps as there is room for, the last ones first.
    void resizeEvent(QResizeEvent *event) override;

private:
    void addCrumb(const Crumb &crumb, int number, bool last);
    void fit();

    QToolButton *m_back;
    QToolButton *m_forward;
    QLabel *m_more; ///< stands for the steps that have no room
    QHBoxLayout *m_path;
    QLabel *m_progress;
    QHBoxLayout *m_links;
    QList<QWidget *> m_crumbs; ///< with what stands before each
};

} // namespace acx
