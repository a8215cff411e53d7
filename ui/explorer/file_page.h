// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/response/response_body.h"
#include "ui/theme/theme.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class ImageView;

/// An answer that is no text: a picture as itself, a PDF document or an archive as what it is, with its size and
/// "fileSave". "fileTitle" and "fileText" tell what it is, "filePicture" shows it.
class FilePage final : public QWidget
{
    Q_OBJECT
public:
    explicit FilePage(const Theme &theme, QWidget *parent = nullptr);

    void setBody(const ResponseBody &body, BodyKind kind);
    void clear();

Q_SIGNALS:
    void saveWanted();

private:
    void showPicture(const ResponseBody &body);

    const Theme &m_theme;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_save;
    ImageView *m_picture;
    quint64 m_shown = 0; ///< a picture read for another answer is dropped
};

} // namespace acx
