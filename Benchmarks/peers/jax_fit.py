"""JAX at its best: an epoch (shuffle, 17 steps, validation) is one compiled scan, all epochs another."""
from common import EPOCHS, LAYERS, data, report

import jax
import jax.numpy as jnp

X, Y, VX, VY = map(jnp.asarray, data())
ROWS, BATCHES = len(X), -(-len(X) // 75)
ACTIVATIONS = dict(relu=jax.nn.relu, softplus=jax.nn.softplus, softmax=jax.nn.softmax,
                   sigmoid=jax.nn.sigmoid)


def start(key):
    parameters, inputs = [], 9
    for units, activation in LAYERS:
        if units != "drop":
            key, sub = jax.random.split(key)
            limit = (6 / (inputs + units)) ** 0.5
            parameters.append((jax.random.uniform(sub, (inputs, units), minval=-limit, maxval=limit),
                               jnp.zeros(units)))
            inputs = units
    return parameters


def network(parameters, h, key=None):
    place = 0
    for units, activation in LAYERS:
        if units != "drop":
            w, b = parameters[place]
            h = ACTIVATIONS[activation](h @ w + b)
            place += 1
        elif key is not None:
            key, sub = jax.random.split(key)
            h = h * jax.random.bernoulli(sub, 1 - activation, h.shape) / (1 - activation)
    return h[:, 0]


def loss(p, y, weight):
    p = jnp.clip(p, 1e-7, 1 - 1e-7)
    return -(weight * (y * jnp.log(p) + (1 - y) * jnp.log(1 - p))).sum() / weight.sum()


def step(carry, batch):
    parameters, m, v, i, key = carry
    key, sub = jax.random.split(key)
    x, y, weight = batch
    value, g = jax.value_and_grad(lambda q: loss(network(q, x, sub), y, weight))(parameters)
    i += 1
    m = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, m, g)
    v = jax.tree.map(lambda a, b: 0.999 * a + 0.001 * b * b, v, g)
    rate = 0.001 * jnp.sqrt(1 - 0.999 ** i) / (1 - 0.9 ** i)
    parameters = jax.tree.map(lambda p, a, b: p - rate * a / (jnp.sqrt(b) + 1e-7), parameters, m, v)
    return (parameters, m, v, i, key), value


def epoch(carry, _):
    parameters, m, v, i, key = carry
    key, sub = jax.random.split(key)
    order = jnp.concatenate([jax.random.permutation(sub, ROWS),
                             jnp.zeros(BATCHES * 75 - ROWS, jnp.int32)])
    weight = (jnp.arange(BATCHES * 75) < ROWS).astype(jnp.float32)
    carry, losses = jax.lax.scan(step, (parameters, m, v, i, key), (
        X[order].reshape(BATCHES, 75, 9), Y[order].reshape(BATCHES, 75), weight.reshape(BATCHES, 75)))
    p = network(carry[0], VX)
    return carry, (losses.mean(), loss(p, VY, jnp.ones_like(VY)), ((p > 0.5) == (VY > 0.5)).mean())


run = jax.jit(lambda carry: jax.lax.scan(epoch, carry, None, length=EPOCHS))
parameters = start(jax.random.key(0))
zeros = jax.tree.map(jnp.zeros_like, parameters)
carry = (parameters, zeros, zeros, jnp.float32(0), jax.random.key(1))
report(f"JAX {jax.__version__}, whole run compiled", EPOCHS, lambda: jax.block_until_ready(run(carry)))
