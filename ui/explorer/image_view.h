// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/response/response_body.h"

#include <QImage>
#include <QPixmap>
#include <QSize>
#include <QWidget>

namespace acx {

/// A picture that was read, and what it is.
struct ReadImage
{
    QImage image;      ///< at most 2,048 pixels wide and high
    QSize size;        ///< as it came
    QByteArray format; ///< "png"
};

/// Reads a picture of a known pixel format (PNG, JPEG, GIF's first frame, WebP, BMP, ICO, TIFF) of up to 50 million
/// pixels; formats that hold references or programs (SVG, PDF) are not read. May take a while: for a thread of its
/// own. Errors: Unsupported, TooLarge.
[[nodiscard]] Result<ReadImage> readImage(const ResponseBody &body);

/// A picture, made smaller to fit, never larger.
class ImageView final : public QWidget
{
    Q_OBJECT
public:
    explicit ImageView(QWidget *parent = nullptr);
    void setImage(const QImage &image);
    [[nodiscard]] bool isEmpty() const { return m_image.isNull(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_image;
    QPixmap m_fitted; ///< for the size it was last painted in
};

} // namespace acx
