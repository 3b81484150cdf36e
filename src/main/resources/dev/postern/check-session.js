(function () {
  'use strict';
  var K = [], START = [];

  function fraction(root) {
    return ((root - Math.floor(root)) * 4294967296) | 0;
  }

  function isPrime(n) {
    for (var i = 2; i * i <= n; i++) {
      if (n % i === 0) {
        return false;
      }
    }
    return true;
  }

  for (var n = 2; K.length < 64; n++) {
    if (isPrime(n)) {
      if (START.length < 8) {
        START.push(fraction(Math.pow(n, 1 / 2)));
      }
      K.push(fraction(Math.pow(n, 1 / 3)));
    }
  }

  function turned(word, bits) {
    return (word >>> bits) | (word << (32 - bits));
  }

  function expanded(words, from) {
    var w = [];
    for (var i = 0; i < 64; i++) {
      if (i < 16) {
        w[i] = words[from + i] | 0;
      } else {
        var a = w[i - 15], b = w[i - 2];
        w[i] = (w[i - 16] + w[i - 7] + (turned(a, 7) ^ turned(a, 18) ^ (a >>> 3))
            + (turned(b, 17) ^ turned(b, 19) ^ (b >>> 10))) | 0;
      }
    }
    return w;
  }

  function padded(text) {
    var words = [], last = (((text.length + 8) >> 6) + 1) * 16 - 1;
    for (var i = 0; i < text.length; i++) {
      words[i >> 2] |= (text.charCodeAt(i) & 255) << (24 - (i % 4) * 8);
    }
    words[text.length >> 2] |= 128 << (24 - (text.length % 4) * 8);
    words[last] = text.length * 8;
    return words;
  }

  function sha256(text) {
    var words = padded(text), hash = START.slice(0), hex = '';
    for (var from = 0; from < words.length; from += 16) {
      var w = expanded(words, from), v = hash.slice(0);
      for (var i = 0; i < 64; i++) {
        var one = v[7] + (turned(v[4], 6) ^ turned(v[4], 11) ^ turned(v[4], 25))
            + ((v[4] & v[5]) ^ (~v[4] & v[6])) + K[i] + w[i];
        var two = (turned(v[0], 2) ^ turned(v[0], 13) ^ turned(v[0], 22))
            + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        v = [(one + two) | 0, v[0], v[1], v[2], (v[3] + one) | 0, v[4], v[5], v[6]];
      }
      for (var j = 0; j < 8; j++) {
        hash[j] = (hash[j] + v[j]) | 0;
      }
    }
    for (var k = 0; k < 8; k++) {
      hex += ('0000000' + (hash[k] >>> 0).toString(16)).slice(-8);
    }
    return hex;
  }

  function browserState() {
    var cookies = document.cookie.split('; ');
    for (var i = 0; i < cookies.length; i++) {
      if (cookies[i].indexOf('COOKIE=') === 0) {
        return cookies[i].substring('COOKIE='.length);
      }
    }
    return '';
  }

  function answer(message, origin) {
    var parts = typeof message === 'string' ? message.split(' ') : [];
    var state = parts.length === 2 ? parts[1].split('.') : [];
    if (state.length !== 2 || parts[0] === '' || state[0].length !== 64 || state[1] === '') {
      return 'error';
    }
    var now = sha256(parts[0] + ' ' + origin + ' ' + browserState() + ' ' + state[1]);
    return now === state[0] ? 'unchanged' : 'changed';
  }

  window.addEventListener('message', function (event) {
    if (event.source !== null && event.origin !== 'null') {
      event.source.postMessage(answer(event.data, event.origin), event.origin);
    }
  });
}());
