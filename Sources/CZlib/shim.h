#ifndef LINER_CZLIB_H
#define LINER_CZLIB_H

#include <zlib.h>

#endif
