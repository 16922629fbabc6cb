"""Fetch what was made, with progress, and send it back as the start of something new."""

from leonardo_client import Leonardo


def progress(done: int, size: int | None) -> None:
    print(f"{done} of {size or 'unknown'} bytes")


with Leonardo() as client:
    generation = client.generations.get("generation-id")
    for image in generation.generated_images or []:
        path = client.download(image, "images/", progress=progress)

        # Uploads are not in the vendor's published documents, so there is no method: ask for an address by hand.
        answer = client.request("POST", "/init-image", json={"extension": "png"}).json()
        upload = answer["uploadInitImage"]
        client.upload_presigned(upload["url"], upload["fields"], path)
        print("use it as init_image_id:", upload["id"])
