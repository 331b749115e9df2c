# What R's pROC gives for DeLong's intervals and tests: Rscript make_areas.R
# R 4.2.2, pROC 1.18.0, jsonlite 1.8.4.
suppressMessages({library(pROC); library(jsonlite)})
set.seed(2021)

sample <- function(n, positives, separation, step) {
  truth <- c(rep(1, positives), rep(0, n - positives))
  score <- function() {
    x <- plogis(rnorm(n) + separation * truth)
    if (step > 0) round(x / step) * step else x
  }
  list(truth = truth, first = score(), second = score())
}

cases <- list(
  sample(505, 253, 0.8, 0), sample(505, 253, 0.8, 0.01), sample(60, 20, 1.5, 0.1), sample(10, 3, 0, 0.25),
  sample(200, 5, 1, 0), sample(4, 2, 0.5, 0.25), sample(300, 150, 3, 0.05))

results <- lapply(cases, function(case) {
  first <- roc(case$truth, case$first, levels = c(0, 1), direction = "<", quiet = TRUE)
  second <- roc(case$truth, case$second, levels = c(0, 1), direction = "<", quiet = TRUE)
  test <- roc.test(second, first, method = "delong", paired = TRUE)
  ci <- ci.auc(first, method = "delong")
  list(truth = case$truth, first = case$first, second = case$second,
       areas = c(auc(first), auc(second)), variances = c(var(first, method = "delong"), var(second, method = "delong")),
       covariance = cov(first, second, method = "delong"), low = ci[1], high = ci[3], p = test$p.value)
})
write(toJSON(results, digits = NA, auto_unbox = TRUE), "areas.json")
