# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'preview_dialog.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_PreviewDialog(object):
    def setupUi(self, PreviewDialog):
        if not PreviewDialog.objectName():
            PreviewDialog.setObjectName(u"PreviewDialog")
        PreviewDialog.resize(900, 680)
        self.layout_all = QVBoxLayout(PreviewDialog)
        self.layout_all.setSpacing(10)
        self.layout_all.setObjectName(u"layout_all")
        self.layout_all.setContentsMargins(16, 16, 16, 16)
        self.pages_layout = QVBoxLayout()
        self.pages_layout.setObjectName(u"pages_layout")

        self.layout_all.addLayout(self.pages_layout)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(10)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.pages_label = QLabel(PreviewDialog)
        self.pages_label.setObjectName(u"pages_label")

        self.layout_buttons.addWidget(self.pages_label)

        self.spacer_1 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_1)

        self.print_button = QPushButton(PreviewDialog)
        self.print_button.setObjectName(u"print_button")
        self.print_button.setProperty(u"look", u"primary")

        self.layout_buttons.addWidget(self.print_button)

        self.close_button = QPushButton(PreviewDialog)
        self.close_button.setObjectName(u"close_button")

        self.layout_buttons.addWidget(self.close_button)


        self.layout_all.addLayout(self.layout_buttons)


        self.retranslateUi(PreviewDialog)

        QMetaObject.connectSlotsByName(PreviewDialog)
    # setupUi

    def retranslateUi(self, PreviewDialog):
        PreviewDialog.setWindowTitle(QCoreApplication.translate("PreviewDialog", u"Preview", None))
        self.print_button.setText(QCoreApplication.translate("PreviewDialog", u"&Print\u2026", None))
        self.close_button.setText(QCoreApplication.translate("PreviewDialog", u"Close", None))
    # retranslateUi

