# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'projector_window.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QLabel, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_ProjectorWindow(object):
    def setupUi(self, ProjectorWindow):
        if not ProjectorWindow.objectName():
            ProjectorWindow.setObjectName(u"ProjectorWindow")
        ProjectorWindow.resize(1280, 720)
        ProjectorWindow.setProperty(u"look", u"window")
        self.layout_3 = QVBoxLayout(ProjectorWindow)
        self.layout_3.setSpacing(20)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(36, 36, 36, 36)
        self.layout_1 = QHBoxLayout()
        self.layout_1.setSpacing(10)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.round_label = QLabel(ProjectorWindow)
        self.round_label.setObjectName(u"round_label")
        self.round_label.setProperty(u"look", u"huge")

        self.layout_1.addWidget(self.round_label)

        self.part_label = QLabel(ProjectorWindow)
        self.part_label.setObjectName(u"part_label")
        self.part_label.setProperty(u"look", u"heading-plain")

        self.layout_1.addWidget(self.part_label)

        self.spacer_4 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_1.addItem(self.spacer_4)

        self.previous_button = QPushButton(ProjectorWindow)
        self.previous_button.setObjectName(u"previous_button")
        self.previous_button.setProperty(u"look", u"large")
        self.previous_button.setProperty(u"icon_name", u"chevron-left")

        self.layout_1.addWidget(self.previous_button)

        self.next_button = QPushButton(ProjectorWindow)
        self.next_button.setObjectName(u"next_button")
        self.next_button.setProperty(u"look", u"large")
        self.next_button.setProperty(u"icon_name", u"chevron-right")

        self.layout_1.addWidget(self.next_button)

        self.close_button = QPushButton(ProjectorWindow)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setProperty(u"look", u"large")
        self.close_button.setProperty(u"icon_name", u"x")

        self.layout_1.addWidget(self.close_button)


        self.layout_3.addLayout(self.layout_1)

        self.tables_scroll = QScrollArea(ProjectorWindow)
        self.tables_scroll.setObjectName(u"tables_scroll")
        self.tables_scroll.setWidgetResizable(True)
        self.tables_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.tables_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tables_scroll_body = QWidget()
        self.tables_scroll_body.setObjectName(u"tables_scroll_body")
        self.tables_scroll_body.setGeometry(QRect(0, 0, 800, 560))
        self.tables_scroll_body.setProperty(u"look", u"clear")
        self.layout_2 = QVBoxLayout(self.tables_scroll_body)
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.tables_box = QWidget(self.tables_scroll_body)
        self.tables_box.setObjectName(u"tables_box")
        self.tables_grid = QGridLayout(self.tables_box)
        self.tables_grid.setObjectName(u"tables_grid")
        self.tables_grid.setHorizontalSpacing(20)
        self.tables_grid.setVerticalSpacing(20)
        self.tables_grid.setContentsMargins(0, 0, 0, 0)

        self.layout_2.addWidget(self.tables_box)

        self.spacer_5 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_2.addItem(self.spacer_5)

        self.tables_scroll.setWidget(self.tables_scroll_body)

        self.layout_3.addWidget(self.tables_scroll)


        self.retranslateUi(ProjectorWindow)

        QMetaObject.connectSlotsByName(ProjectorWindow)
    # setupUi

    def retranslateUi(self, ProjectorWindow):
        ProjectorWindow.setWindowTitle(QCoreApplication.translate("ProjectorWindow", u"Breakouts", None))
        self.round_label.setText("")
        self.part_label.setText("")
        self.previous_button.setText(QCoreApplication.translate("ProjectorWindow", u"Back", None))
        self.next_button.setText(QCoreApplication.translate("ProjectorWindow", u"Next", None))
        self.close_button.setText(QCoreApplication.translate("ProjectorWindow", u"Close", None))
#if QT_CONFIG(tooltip)
        self.close_button.setToolTip(QCoreApplication.translate("ProjectorWindow", u"Close (Esc)", None))
#endif // QT_CONFIG(tooltip)
    # retranslateUi

