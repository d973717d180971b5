const search = document.querySelector("#only input[type=search]");
const clean = document.querySelector("#only input[type=checkbox]");
function filter() {
  const words = search.value.toLowerCase();
  for (const suite of document.querySelectorAll("details.suite")) {
    const wanted = suite.textContent.toLowerCase().includes(words);
    suite.hidden = !wanted || (suite.classList.contains("clean") && !clean.checked);
  }
}
search.addEventListener("input", filter);
clean.addEventListener("change", filter);
filter();
